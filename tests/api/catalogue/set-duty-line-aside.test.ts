import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import { refusedAct } from "../work/ground.ts";
import { chiefOf, linesOf, type Line, retire, setAside, setLine } from "./ground.ts";

let bureau: Bureau;
let stationId: string;
let chief: SignedIn;
let line: Line;
beforeAll(async () => {
  bureau = await makeBureau();
  stationId = await makeStation(bureau);
  chief = await chiefOf(bureau, stationId);
  line = await setLine(bureau.administrator, { text: "每周走访" });
});

test("a station does without a line of the bureau's until it takes that back", async () => {
  const aside = await setAside(chief, line, stationId);
  expect(aside).toMatchObject({ isSetAside: true, isOfBureau: false, title: line.title, text: "每周走访" });
  expect(await setAside(chief, line, stationId)).toEqual(aside);
  expect(await linesOf(chief, stationId)).toEqual([]);
  expect(await linesOf(chief, stationId, { withSetAside: true })).toEqual([aside]);
  expect(await linesOf(bureau.administrator, await makeStation(bureau))).toEqual([line]);
  expect((await auditOf(bureau, aside.id)).map(({ action }) => action)).toEqual(["dutyLine.setAside"]);
  await retire(chief, aside);
  expect((await linesOf(chief, stationId)).map(({ id }) => id)).toEqual([line.id]);
});

test("what is set aside is not told once the bureau has no such line any more", async () => {
  const gone = await setLine(bureau.administrator, { code: "GONE", title: "将停用" });
  await setAside(chief, gone, stationId);
  await retire(bureau.administrator, gone);
  const left = await linesOf(chief, stationId, { withSetAside: true });
  expect(left.map(({ code }) => code)).toEqual(["MEDIATOR"]);
});

test("only a line of the bureau's that is in force is set aside, by who leads the station", async () => {
  const own = await setLine(chief, { code: "OWN", title: "本所", stationId });
  expect(await refusedAct(chief, "setDutyLineAside", { id: own.id, stationId })).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "id"], code: "DUTY_LINE_OF_A_STATION", params: { title: "本所" } }],
  });
  const over = await setLine(bureau.administrator, { code: "OVER", title: "停用" });
  await retire(bureau.administrator, over);
  expect(await refusedAct(chief, "setDutyLineAside", { id: over.id, stationId })).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "id"], code: "DUTY_LINE_ENDED" }],
  });
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId: stationId });
  expect(await refusedAct(dispatcher, "setDutyLineAside", { id: line.id, stationId })).toMatchObject({
    code: "FORBIDDEN",
  });
  const other = await makeBureau();
  expect(await refusedAct(other.administrator, "setDutyLineAside", { id: line.id, stationId })).toMatchObject({
    code: "NOT_FOUND",
  });
});
