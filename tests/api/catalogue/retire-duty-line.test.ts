import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import { refusedAct } from "../work/ground.ts";
import { chiefOf, linesOf, retire, setLine } from "./ground.ts";

let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

test("a retired line counts no more, and is retired once", async () => {
  const line = await setLine(bureau.administrator);
  expect(await retire(bureau.administrator, line)).toMatchObject({ isInForce: false, version: 2, viewerMay: [] });
  expect(await linesOf(bureau.administrator)).toEqual([]);
  const again = { id: line.id, expectedVersion: 2 };
  expect(await refusedAct(bureau.administrator, "retireDutyLine", again)).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "id"], code: "DUTY_LINE_ENDED", params: { title: line.title } }],
  });
  expect((await auditOf(bureau, line.id)).map(({ action }) => action)).toEqual(["dutyLine.set", "dutyLine.retire"]);
});

test("it takes the version that was seen, the right to it, and a line in sight", async () => {
  const stationId = await makeStation(bureau);
  const [bureaus, own] = [
    await setLine(bureau.administrator, { code: "B" }),
    await setLine(bureau.administrator, { code: "S", stationId }),
  ];
  const ask = (by: typeof bureau.administrator, id: string, expectedVersion = 1) =>
    refusedAct(by, "retireDutyLine", { id, expectedVersion });
  expect(await ask(bureau.administrator, own.id, 7)).toMatchObject({ fields: [{ code: "VERSION_MOVED" }] });
  expect(await ask(await chiefOf(bureau, stationId), bureaus.id)).toMatchObject({ code: "FORBIDDEN" });
  expect(await ask(await bureau.signIn({ role: "MEMBER", unitId: stationId }), own.id)).toMatchObject({
    code: "FORBIDDEN",
  });
  const elsewhere = await chiefOf(bureau, await makeStation(bureau));
  expect(await ask(elsewhere, own.id)).toMatchObject({ code: "NOT_FOUND" });
  expect(await ask((await makeBureau()).administrator, own.id)).toMatchObject({ code: "NOT_FOUND" });
});
