import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, createGrid, makeDivision, makeGrid, makePoliceRoom, makeStation } from "./ground.ts";

const input = (stationId: string, overrides: object = {}) => ({
  input: {
    idempotencyKey: newKey(),
    code: "410481100200",
    name: "虚构村网格",
    kind: "ENTERPRISE",
    stationId,
    ...overrides,
  },
});

test("a village grid is created in its station, police room and division", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const [policeRoomId, divisionId] = [await makePoliceRoom(bureau, stationId), await makeDivision(bureau)];
  const { createGrid: made } = await bureau.administrator.run(
    createGrid.replace(
      "version",
      "version codeScheme kind complexity level households countedYear isOpen station { id } policeRoom { id } division { id } viewerMay",
    ),
    input(stationId, { kind: "VILLAGE", policeRoomId, divisionId, households: 320, countedYear: 2024 }),
  );
  expect(made).toMatchObject({
    code: "410481100200",
    codeScheme: "STATISTICAL_12",
    kind: "VILLAGE",
    complexity: "ORDINARY",
    level: 3,
    households: 320,
    countedYear: 2024,
    isOpen: true,
    station: { id: stationId },
    policeRoom: { id: policeRoomId },
    division: { id: divisionId },
    version: 1,
    viewerMay: ["UPDATE_GRID", "MOVE_GRID", "CLOSE_GRID", "ASSIGN_MEMBERS"],
  });
  const [entry] = await auditOf(bureau, made.id);
  expect(entry).toMatchObject({ action: "grid.create", before: null, after: { code: "410481100200", stationId } });
});

test("the same key makes one grid", async () => {
  const bureau = await makeBureau();
  const variables = input(await makeStation(bureau));
  const first = await bureau.administrator.run(createGrid, variables);
  expect(await bureau.administrator.run(createGrid, variables)).toEqual(first);
});

test("all that is wrong with the input is said at once", async () => {
  const bureau = await makeBureau();
  const refused = await bureau.administrator.refused(
    createGrid,
    input(await makeStation(bureau), { code: "村1", name: " ", kind: "COMMUNITY", households: -1, level: 4 }),
  );
  expect(refused.code).toBe("INVALID");
  expect(refused.fields.map((field) => `${field.path.join(".")} ${field.code}`).sort()).toEqual([
    "input.code GRID_CODE_SHAPE",
    "input.countedYear GRID_COUNTS_NEED_YEAR",
    "input.divisionId GRID_DIVISION_REQUIRED",
    "input.households OUT_OF_RANGE",
    "input.level OUT_OF_RANGE",
    "input.name REQUIRED",
  ]);
});

test("an identity number is no grid code", async () => {
  const bureau = await makeBureau();
  const numbered = input(await makeStation(bureau), { code: "11010119900307723X" });
  expect((await bureau.administrator.refused(createGrid, numbered)).fields).toMatchObject([
    { path: ["input", "code"], code: "IDENTITY_NUMBER" },
  ]);
});

test("a place that does not fit is refused by name", async () => {
  const bureau = await makeBureau();
  const [stationId, otherId] = [await makeStation(bureau), await makeStation(bureau)];
  const roomId = await makePoliceRoom(bureau, otherId, { name: "别处警务室" });
  const divisionId = await makeDivision(bureau, { closedOn: "2020-01-01" });
  const elsewhere = await bureau.administrator.refused(
    createGrid,
    input(stationId, { policeRoomId: roomId, divisionId, kind: "VILLAGE" }),
  );
  expect(elsewhere.fields).toMatchObject([
    { code: "GRID_POLICE_ROOM_ELSEWHERE", params: { unit: "别处警务室" } },
    { code: "GRID_DIVISION_CLOSED" },
  ]);
  expect((await bureau.administrator.refused(createGrid, input(roomId))).fields).toMatchObject([
    { path: ["input", "stationId"], code: "GRID_STATION_KIND" },
  ]);
  const closedId = await makeStation(bureau, { closedOn: "2020-01-01" });
  expect((await bureau.administrator.refused(createGrid, input(closedId))).fields).toMatchObject([
    { code: "GRID_STATION_CLOSED", params: { on: "2020-01-01" } },
  ]);
});

test("a code that is taken names the grid that has it", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const grid = await makeGrid(bureau, stationId);
  const refused = await bureau.administrator.refused(createGrid, input(stationId, { code: grid.code }));
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "code"], code: "GRID_CODE_TAKEN", params: { grid: grid.name } }],
  });
});

test("only an administrator creates grids, and only in sight", async () => {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  expect((await chief.refused(createGrid, input(stationId))).code).toBe("FORBIDDEN");
  expect((await chief.refused(createGrid, input(await makeStation(bureau)))).code).toBe("NOT_FOUND");
  expect((await bureau.stranger.refused(createGrid, input(stationId))).code).toBe("UNAUTHENTICATED");
});

test("another bureau's station, police room and division look absent", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const [stationId, foreignId] = [await makeStation(bureau), await makeStation(other)];
  const roomId = await makePoliceRoom(other, foreignId);
  for (const overrides of [
    { stationId: foreignId },
    { policeRoomId: roomId },
    { divisionId: await makeDivision(other) },
    { stationId: "nothing" },
  ]) {
    const refused = await bureau.administrator.refused(createGrid, input(stationId, overrides));
    expect(refused).toMatchObject({ code: "NOT_FOUND", fields: [{ path: ["input", Object.keys(overrides)[0]] }] });
  }
});
