import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import { act, refusedAct } from "../work/ground.ts";
import { chiefOf, fields, type Line, linesOf, setLine, titlesOf } from "./ground.ts";

test.each([
  ["SIX_ROLES", ["AUXILIARY"], 6],
  ["STANDING_DUTIES", ["RESPONSIBLE_OFFICER"], 4],
  ["COMMAND_ROOM", ["COMMAND_ROOM"], 6],
  ["ROOM_DESKS", ["DESK"], 4],
  ["THREE_LEVELS", ["RESPONSIBLE_OFFICER.2", "RESPONSIBLE_OFFICER.3", "STATION"], 7],
  ["FIRST_RECEIVER", ["STATION"], 2],
  ["WORKING_MANNER", ["STATION"], 4],
  ["EIGHT_ONES", ["STATION"], 1],
  ["THREE_AND_THREE", ["STATION"], 3],
])("the preset %s is set for the bureau or a station, and set again changes nothing", async (preset, owners, count) => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const chief = await chiefOf(bureau, stationId);
  const apply = (input: object): Promise<Line[]> =>
    act(chief, "applyDutyPreset", { preset, ...input }, fields) as never;
  const given = await apply({ stationId });
  expect([...new Set(given.map(({ owner }) => owner))].sort()).toEqual(owners);
  expect(await linesOf(chief, stationId)).toHaveLength(count);
  expect(await apply({ stationId })).toEqual(given);
  expect(await linesOf(chief)).toEqual([]);
  expect((await auditOf(bureau, given[0]!.id)).map(({ action }) => action)).toEqual(["dutyLine.set"]);
});

test("what the sources only name has no text, and what is ours says so until a person words it", async () => {
  const { administrator } = await makeBureau();
  for (const preset of ["EIGHT_ONES", "FIRST_RECEIVER", "WORKING_MANNER"])
    await act(administrator, "applyDutyPreset", { preset }, "id");
  const lines = await linesOf(administrator);
  expect(lines.map(({ title, text, isOurs }) => [title, text !== null, isOurs])).toEqual([
    ["接待有态度", false, false],
    ["办事有速度", false, false],
    ["执法有力度", false, false],
    ["服务有温度", false, false],
    ["首接负责", true, true],
    ["首问负责", true, true],
    ["八个一", false, false],
  ]);
  const { code, title } = lines[4]!;
  expect(await setLine(administrator, { unitKind: "STATION", code, title, text: "谁接谁办" })).toMatchObject({
    revision: 2,
    isOurs: false,
  });
});

test("no preset names registers of people, video or what is scored", async () => {
  const { administrator } = await makeBureau();
  for (const preset of ["SIX_ROLES", "STANDING_DUTIES", "ROOM_DESKS", "THREE_LEVELS"])
    await act(administrator, "applyDutyPreset", { preset }, "id");
  expect((await titlesOf(administrator)).filter((title) => /人口|视频|一标三实|重点人|分/.test(title))).toEqual([]);
});

test("the bureau's is for its administrators, a station's for who leads it", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const chief = await chiefOf(bureau, stationId);
  const input = { preset: "SIX_ROLES" };
  expect(await refusedAct(chief, "applyDutyPreset", input)).toMatchObject({ code: "FORBIDDEN" });
  const elsewhere = { ...input, stationId: await makeStation(bureau) };
  expect(await refusedAct(chief, "applyDutyPreset", elsewhere)).toMatchObject({ code: "NOT_FOUND" });
  const other = await makeBureau();
  expect(await refusedAct(other.administrator, "applyDutyPreset", { ...input, stationId })).toMatchObject({
    code: "NOT_FOUND",
  });
});
