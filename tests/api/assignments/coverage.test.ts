import { expect, test } from "vitest";
import { makeGrid, makeMember, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { assign, assignMembers, demand, fromNow, makeStaffed, withKey } from "./staffing.ts";

const counts = "required filled vacant surplus rate daysVacant longestDaysVacant grids gridsWithVacancy";
const overview = /* GraphQL */ `query ($at: DateTime) {
  bureau { coverage(at: $at) { ${counts} } units { id coverage(at: $at) { required filled gridsWithVacancy } } }
  total: coverage(by: TOTAL, at: $at) { ${counts} }
  stations: coverage(at: $at) { station { id } required filled vacant grids gridsWithVacancy }
  duties: coverage(by: DUTY, at: $at) { duty required filled }
  kinds: coverage(by: GRID_KIND, at: $at) { gridKind required filled grids }
}`;

interface Counted {
  station?: { id: string };
  required: number;
  filled: number;
}

/** Two stations with two and one grids that each ask for an officer, one of two auxiliaries too. */
async function makeOverview() {
  const staffed = await makeStaffed();
  const { bureau, stationId } = staffed;
  const [otherId, emptyId] = [await makeStation(bureau), await makeStation(bureau)];
  const roomId = await makePoliceRoom(bureau, stationId);
  await demand(bureau, { from: fromNow(-100) });
  await demand(bureau, { gridKind: "SCENIC", duty: "AUXILIARY", atLeast: 2, from: fromNow(-100) });
  const scenic = await makeGrid(bureau, stationId, { kind: "SCENIC", policeRoomId: roomId });
  const other = await makeGrid(bureau, otherId);
  return { ...staffed, otherId, emptyId, roomId, scenic, other };
}

test("coverage is counted by grid, police room, station and bureau, and by duty and kind", async () => {
  const { bureau, stationId, otherId, emptyId, roomId, scenic, grid, officer } = await makeOverview();
  const auxiliaries = await Promise.all([1, 2, 3].map(() => makeMember(bureau, stationId, { kind: "AUXILIARY" })));
  await bureau.administrator.run(
    assignMembers,
    withKey({
      assignments: [
        ...auxiliaries.map(({ id }) => ({ gridId: scenic.id, duty: "AUXILIARY", memberId: id })),
        { gridId: grid.id, duty: "RESPONSIBLE_OFFICER", memberId: officer.id },
      ],
    }),
  );
  const read = await bureau.administrator.run(overview);
  const whole = {
    required: 4,
    filled: 3,
    vacant: 1,
    surplus: 1,
    rate: 0.75,
    daysVacant: 100,
    longestDaysVacant: 100,
    grids: 3,
    gridsWithVacancy: 1,
  };
  expect(read.bureau.coverage).toEqual(whole);
  expect(read.total).toEqual([whole]);
  const units = new Map<string, Counted>(
    read.bureau.units.map((unit: { id: string; coverage: Counted }) => [unit.id, unit.coverage]),
  );
  expect(units.get(bureau.rootId)).toEqual({ required: 4, filled: 3, gridsWithVacancy: 1 });
  expect(units.get(stationId)).toEqual({ required: 3, filled: 3, gridsWithVacancy: 0 });
  expect(units.get(roomId)).toEqual({ required: 2, filled: 2, gridsWithVacancy: 0 });
  expect(units.get(emptyId)).toEqual({ required: 0, filled: 0, gridsWithVacancy: 0 });
  expect(read.stations.find((each: Counted) => each.station?.id === otherId)).toMatchObject({
    required: 1,
    filled: 0,
    vacant: 1,
    grids: 1,
    gridsWithVacancy: 1,
  });
  expect(read.stations).toHaveLength(3);
  expect(read.duties).toEqual([
    { duty: "AUXILIARY", required: 2, filled: 2 },
    { duty: "RESPONSIBLE_OFFICER", required: 2, filled: 1 },
  ]);
  expect(read.kinds).toEqual([
    { gridKind: "ENTERPRISE", required: 2, filled: 1, grids: 2 },
    { gridKind: "SCENIC", required: 2, filled: 2, grids: 1 },
  ]);
});

test("coverage is that of the moment asked for", async () => {
  const { bureau, grid, officer } = await makeOverview();
  await assign(bureau.administrator, {
    gridId: grid.id,
    memberId: officer.id,
    from: fromNow(-50),
    to: fromNow(-20),
    reason: "补录",
  });
  const at = async (days: number) => (await bureau.administrator.run(overview, { at: fromNow(days) })).bureau.coverage;
  expect(await at(-120)).toMatchObject({ required: 0, filled: 0, rate: null, grids: 3, daysVacant: 0 });
  expect(await at(-60)).toMatchObject({ required: 4, filled: 0, rate: 0, daysVacant: 160 });
  expect(await at(-30)).toMatchObject({ required: 4, filled: 1, daysVacant: 210, longestDaysVacant: 70 });
  expect(await at(0)).toMatchObject({
    required: 4,
    filled: 0,
    daysVacant: 320,
    longestDaysVacant: 100,
    gridsWithVacancy: 3,
  });
});

test("a chief sees the coverage of the own station alone", async () => {
  const { bureau, otherId } = await makeOverview();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: otherId });
  const read = await chief.run(overview);
  expect(read.bureau.coverage).toMatchObject({ required: 1, grids: 1 });
  expect(read.stations).toMatchObject([{ station: { id: otherId }, required: 1 }]);
});

test("coverage of a part of the tree counts its grids only", async () => {
  const { bureau, stationId, roomId } = await makeOverview();
  const within = async (unitId: string) =>
    (
      await bureau.administrator.run(
        `query ($unitId: ID!) { coverage(by: TOTAL, unitId: $unitId) { grids required } }`,
        { unitId },
      )
    ).coverage;
  expect(await within(stationId)).toEqual([{ grids: 2, required: 3 }]);
  expect(await within(roomId)).toEqual([{ grids: 1, required: 2 }]);
  expect(await within("nothing")).toEqual([{ grids: 0, required: 0 }]);
});

test("the load of a member counts seats, grids and their people", async () => {
  const { bureau, stationId, grid } = await makeStaffed();
  const crowded = await makeGrid(bureau, stationId, { households: 120, population: 400, countedYear: 2024 });
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const load = async (days = 0) =>
    (
      await bureau.administrator.run(
        `query ($badge: String!, $at: DateTime) { member(badge: $badge) { load(at: $at) { seats grids households population } assignments(at: $at) { duty } } }`,
        { badge: auxiliary.badge, at: days ? fromNow(days) : null },
      )
    ).member;
  expect((await load()).load).toEqual({ seats: 0, grids: 0, households: 0, population: 0 });
  for (const [gridId, duty] of [
    [grid.id, "AUXILIARY"],
    [crowded.id, "AUXILIARY"],
    [crowded.id, "GRID_WORKER"],
  ] as const)
    await assign(bureau.administrator, { gridId, duty, memberId: auxiliary.id });
  expect(await load(1)).toEqual({
    load: { seats: 3, grids: 2, households: 120, population: 400 },
    assignments: [{ duty: "GRID_WORKER" }, { duty: "AUXILIARY" }, { duty: "AUXILIARY" }],
  });
  expect((await load(-1)).assignments).toEqual([]);
});
