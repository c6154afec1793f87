import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { auditOf, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { refusedAct } from "../work/ground.ts";
import { chiefOf, linesOf, retire, setLine, titlesOf } from "./ground.ts";

let bureau: Bureau;
let administrator: SignedIn;
let stationId: string;
beforeAll(async () => {
  bureau = await makeBureau();
  ({ administrator } = bureau);
  stationId = await makeStation(bureau);
});

test("a change makes a new revision, the same again nothing, and a retired line may come back", async () => {
  const first = await setLine(administrator, { serves: "MEDIATOR" });
  expect(first).toMatchObject({ owner: "AUXILIARY", revision: 1, position: 1, isOfBureau: true, isOurs: false });
  expect(await setLine(administrator, { serves: "MEDIATOR" })).toEqual(first);
  const second = await setLine(administrator, { text: "每周走访", serves: "MEDIATOR" });
  expect(second).toMatchObject({ revision: 2, text: "每周走访", position: 1 });
  expect(await linesOf(administrator)).toEqual([second]);
  await retire(administrator, second);
  expect(await linesOf(administrator)).toEqual([]);
  expect(await setLine(administrator)).toMatchObject({ revision: 3, text: null });
  expect((await auditOf(bureau, second.id)).map(({ action, before, after }) => [action, before, after])).toEqual([
    ["dutyLine.set", expect.objectContaining({ text: null }), expect.objectContaining({ text: "每周走访" })],
    ["dutyLine.retire", expect.objectContaining({ endsAt: null }), { endsAt: expect.any(String) }],
  ]);
});

test("of two who change a line at once one comes after the other", async () => {
  const set = (title: string) => setLine(administrator, { code: "RACE", title });
  const lines = await Promise.all(["甲", "乙", "丙"].map(set));
  expect(lines.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
  const standing = (await linesOf(administrator)).filter(({ code }) => code === "RACE");
  expect(standing.map(({ revision }) => revision)).toEqual([3]);
});

test("a line of a station stands in the place of the bureau's there, and nowhere else", async () => {
  const [another, code] = [await makeStation(bureau), "PATROL"];
  const bureaus = await setLine(administrator, { code, title: "巡逻", position: 7 });
  const own = await setLine(await chiefOf(bureau, stationId), { code, title: "夜间巡逻", stationId });
  expect(own).toMatchObject({ revision: 1, position: 7, isOfBureau: false, station: { id: stationId } });
  expect(await linesOf(administrator, stationId)).toContainEqual(own);
  expect(await linesOf(administrator, stationId)).not.toContainEqual(bureaus);
  expect(await linesOf(administrator, another)).toContainEqual(bureaus);
  expect(await linesOf(administrator)).toContainEqual(bureaus);
  await retire(await chiefOf(bureau, stationId), own);
  expect(await linesOf(administrator, stationId)).toContainEqual(bureaus);
});

test("a duty may have lines for a kind of grid and for a level, and a kind of unit has its own", async () => {
  const there = await makeStation(bureau);
  const set = (input: object) => setLine(administrator, { code: "X", stationId: there, ...input });
  const owners = [
    await set({ unitKind: "DESK" }),
    await set({ unitKind: "STATION" }),
    await set({ duty: "RESPONSIBLE_OFFICER" }),
    await set({ duty: "RESPONSIBLE_OFFICER", gridKind: "SCENIC" }),
    await set({ duty: "RESPONSIBLE_OFFICER", level: 2 }),
  ];
  expect(owners.map(({ owner }) => owner)).toEqual([
    "DESK",
    "STATION",
    "RESPONSIBLE_OFFICER",
    "RESPONSIBLE_OFFICER.SCENIC",
    "RESPONSIBLE_OFFICER.2",
  ]);
  const listed = (await linesOf(administrator, there)).filter(({ code }) => code === "X");
  expect(listed.map(({ owner }) => owner)).toEqual([
    "STATION",
    "DESK",
    "RESPONSIBLE_OFFICER",
    "RESPONSIBLE_OFFICER.2",
    "RESPONSIBLE_OFFICER.SCENIC",
  ]);
  expect(await titlesOf(administrator, there, { duty: "RESPONSIBLE_OFFICER" })).toHaveLength(3);
  await set({ unitKind: "DESK", serves: "HELPER", title: "便民" });
  expect(await titlesOf(administrator, there, { serves: "HELPER" })).toEqual(["便民"]);
});

test.each([
  [{ duty: "AUXILIARY", unitKind: "DESK" }, "unitKind", "DUTY_LINE_OWNER"],
  [{ duty: null }, "duty", "DUTY_LINE_OWNER"],
  [{ unitKind: "PARTNER" }, "unitKind", "DUTY_LINE_UNIT_KIND"],
  [{ unitKind: "DESK", gridKind: "VILLAGE" }, "gridKind", "DUTY_LINE_PART"],
  [{ unitKind: "DESK", level: 2 }, "level", "DUTY_LINE_PART"],
  [{ duty: "AUXILIARY", gridKind: "VILLAGE", level: 2 }, "level", "DUTY_LINE_PART"],
  [{ duty: "AUXILIARY", level: 1 }, "level", "OUT_OF_RANGE"],
  [{ duty: "AUXILIARY", code: "坏" }, "code", "DUTY_LINE_CODE"],
  [{ duty: "AUXILIARY", code: "11010519491231002X" }, "code", "IDENTITY_NUMBER"],
  [{ duty: "AUXILIARY", title: " " }, "title", "REQUIRED"],
  [{ duty: "AUXILIARY", title: "长".repeat(61) }, "title", "TOO_LONG"],
  [{ duty: "AUXILIARY", text: "身份证11010519491231002X" }, "text", "IDENTITY_NUMBER"],
  [{ duty: "AUXILIARY", position: 1_000 }, "position", "OUT_OF_RANGE"],
])("%j is refused for its %s", async (input, field, code) => {
  expect(await refusedAct(administrator, "setDutyLine", { code: "BAD", title: "测试", ...input })).toMatchObject({
    code: "INVALID",
    fields: expect.arrayContaining([expect.objectContaining({ path: ["input", field], code })]),
  });
});

test("the bureau's lines are for its administrators, a station's for its chief too, and a station is one in sight", async () => {
  const input = { duty: "AUXILIARY", code: "MAY", title: "测试" };
  const chief = await chiefOf(bureau, stationId);
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId: stationId });
  expect(await refusedAct(chief, "setDutyLine", input)).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(dispatcher, "setDutyLine", { ...input, stationId })).toMatchObject({ code: "FORBIDDEN" });
  const elsewhere = { ...input, stationId: await makeStation(bureau) };
  expect(await refusedAct(chief, "setDutyLine", elsewhere)).toMatchObject({ code: "NOT_FOUND" });
  const other = await makeBureau();
  expect(await refusedAct(other.administrator, "setDutyLine", { ...input, stationId })).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "stationId"] }],
  });
  const room = { ...input, stationId: await makePoliceRoom(bureau, stationId) };
  expect(await refusedAct(administrator, "setDutyLine", room)).toMatchObject({
    fields: [{ path: ["input", "stationId"], code: "DUTY_LINE_STATION" }],
  });
  expect(await setLine(chief, { ...input, stationId })).toMatchObject({
    viewerMay: ["SET_DUTY_LINE", "RETIRE_DUTY_LINE"],
  });
  expect((await linesOf(dispatcher, stationId)).flatMap(({ viewerMay }) => viewerMay)).toEqual([]);
});
