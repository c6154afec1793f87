import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeAbsence, makeDivision, makeGrid, makeMember, makePoliceRoom, makeStation } from "../grids/ground.ts";
import { assign, assignMembers, demand, fromNow, withKey } from "./staffing.ts";

const proposals = /* GraphQL */ `
  query ($unitId: ID!, $at: DateTime) {
    proposals(unitId: $unitId, at: $at) {
      id
      duty
      ordinal
      until
      reasons
      obstacle
      seatsBefore
      seatsAfter
      fairShare
      ofKind
      away
      grid {
        id
        name
      }
      member {
        id
        name
      }
    }
  }
`;

interface Proposed {
  id: string;
  duty: string;
  until: string | null;
  reasons: string[];
  obstacle: string | null;
  seatsBefore: number | null;
  seatsAfter: number | null;
  fairShare: number | null;
  ofKind: number;
  away: number;
  grid: { id: string; name: string };
  member: { id: string; name: string } | null;
}

async function makeGround() {
  const bureau = await makeBureau();
  const stationId = await makeStation(bureau);
  await demand(bureau, {});
  const ask = async (variables: object = {}, by = bureau.administrator) =>
    (await by.run<{ proposals: Proposed[] }>(proposals, { unitId: stationId, ...variables })).proposals;
  const whom = async (variables: object = {}) => (await ask(variables)).map(({ member }) => member?.name ?? null);
  return { bureau, stationId, ask, whom };
}

test("vacant seats are shared out evenly, each proposal counting those before it", async () => {
  const { bureau, stationId, ask } = await makeGround();
  const [one, other] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  const grids = [];
  for (let made = 0; made < 4; made++) grids.push(await makeGrid(bureau, stationId));
  const given = await ask();
  expect(given.map(({ grid }) => grid.id)).toEqual(grids.map(({ id }) => id));
  expect(given.map(({ member }) => member?.id)).toEqual([one.id, other.id, one.id, other.id]);
  expect(given.map(({ seatsBefore, seatsAfter, fairShare }) => [seatsBefore, seatsAfter, fairShare])).toEqual([
    [0, 1, 2],
    [0, 1, 2],
    [1, 2, 2],
    [1, 2, 2],
  ]);
  expect(given[0]!.reasons).toEqual(["OWN_STATION", "LEAST_LOADED"]);
  expect(await ask()).toEqual(given);
});

test("the grid's own police room comes first, up to an even share", async () => {
  const { bureau, stationId, ask } = await makeGround();
  const policeRoomId = await makePoliceRoom(bureau, stationId);
  const far = await makeMember(bureau, stationId);
  const near = await makeMember(bureau, policeRoomId);
  for (let made = 0; made < 3; made++) await makeGrid(bureau, stationId, { policeRoomId });
  const given = await ask();
  expect(given.map(({ member }) => member?.id)).toEqual([near.id, near.id, far.id]);
  expect(given.map(({ reasons }) => reasons)).toEqual([
    ["OWN_POLICE_ROOM", "LEAST_LOADED"],
    ["OWN_POLICE_ROOM"],
    ["OWN_STATION", "LEAST_LOADED"],
  ]);
});

test("a grid in the same village is worth one seat", async () => {
  const { bureau, stationId, ask } = await makeGround();
  const [township, villages] = [await makeDivision(bureau, { kind: "TOWNSHIP" }), [] as string[]];
  for (let made = 0; made < 2; made++) villages.push(await makeDivision(bureau, { parentId: township }));
  const [busy, neighbour] = [await makeMember(bureau, stationId), await makeMember(bureau, stationId)];
  for (const [village, member] of [
    [villages[0], neighbour],
    [villages[1], busy],
  ] as const)
    await assign(bureau.administrator, {
      gridId: (
        await makeGrid(bureau, stationId, {
          divisionId: village,
          policeRoomId: await makePoliceRoom(bureau, stationId),
        })
      ).id,
      memberId: member.id,
    });
  const idle = await makeMember(bureau, stationId);
  await makeGrid(bureau, stationId, { divisionId: villages[0], policeRoomId: await makePoliceRoom(bureau, stationId) });
  const [given] = await ask();
  expect(given).toMatchObject({ member: { id: idle.id }, reasons: ["OWN_STATION", "LEAST_LOADED"] });
  await makeAbsence(bureau, idle.id, { startsAt: fromNow(-1) });
  expect((await ask())[0]).toMatchObject({
    member: { id: neighbour.id },
    reasons: ["OWN_STATION", "NEIGHBOURING_GRIDS", "LEAST_LOADED"],
  });
});

test("where there is nobody it is said why", async () => {
  const { bureau, stationId, ask } = await makeGround();
  await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId, { kind: "MEDIATOR" });
  await makeMember(bureau, await makeStation(bureau));
  expect(await ask()).toMatchObject([
    { member: null, obstacle: "NOBODY_OF_KIND", reasons: [], fairShare: null, ofKind: 0 },
  ]);
  const officer = await makeMember(bureau, stationId);
  await makeAbsence(bureau, officer.id, { startsAt: fromNow(-1), endsAt: fromNow(3) });
  expect(await ask()).toMatchObject([{ member: null, obstacle: "ALL_AWAY", ofKind: 1, away: 1 }]);
  expect(await ask({ at: fromNow(4) })).toMatchObject([
    { member: { id: officer.id }, obstacle: null, reasons: ["OWN_STATION", "ONLY_ONE"] },
  ]);
});

test("one member is proposed once for the seats of one duty at a grid, and neither who is to hold it nor who is to leave", async () => {
  const { bureau, stationId, ask } = await makeGround();
  await demand(bureau, { duty: "MEDIATOR", atLeast: 2 });
  const grid = await makeGrid(bureau, stationId);
  const [first, planned] = [
    await makeMember(bureau, stationId, { kind: "MEDIATOR" }),
    await makeMember(bureau, stationId, { kind: "MEDIATOR" }),
  ];
  await makeMember(bureau, stationId, { kind: "MEDIATOR", leftOn: "2099-01-01" });
  await assign(bureau.administrator, { gridId: grid.id, memberId: planned.id, duty: "MEDIATOR", from: fromNow(5) });
  const given = (await ask()).filter(({ duty }) => duty === "MEDIATOR");
  expect(given).toMatchObject([
    { member: { id: first.id }, until: fromNow(5).toISOString(), obstacle: null },
    { member: null, until: null, obstacle: "ALL_HOLD_IT", ofKind: 2 },
  ]);
});

test("what is accepted is no gap any more; of what is taken meanwhile each is told", async () => {
  const { bureau, stationId, ask, whom } = await makeGround();
  await makeMember(bureau, stationId);
  await makeMember(bureau, stationId);
  const [grid] = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  const given = await ask();
  const assignments = given.map(({ grid: { id: gridId }, duty, member, until }) => ({
    gridId,
    duty,
    memberId: member!.id,
    to: until,
    onlyIfVacant: true,
  }));
  const accepted = withKey({ assignments });
  await assign(bureau.administrator, { gridId: grid.id, memberId: (await makeMember(bureau, stationId)).id });
  expect((await bureau.administrator.refused(assignMembers, accepted)).fields).toMatchObject([
    { path: ["input", "assignments", 0, "memberId"], code: "RESPONSIBLE_OFFICER_TAKEN" },
  ]);
  expect(await whom()).toHaveLength(1);
  const rest = withKey({ assignments: assignments.slice(1) });
  await bureau.administrator.run(assignMembers, rest);
  await bureau.administrator.run(assignMembers, rest);
  expect(await whom()).toEqual([]);
});

test("a chief has proposals for grids in reach alone, and another bureau none", async () => {
  const { bureau, stationId, ask } = await makeGround();
  const elsewhere = await makeStation(bureau);
  await makeGrid(bureau, elsewhere);
  await makeGrid(bureau, stationId);
  await makeMember(bureau, stationId);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  expect(await ask({ unitId: bureau.rootId }, chief)).toHaveLength(1);
  expect(await ask({ unitId: bureau.rootId })).toHaveLength(2);
  expect(await ask({ unitId: elsewhere }, chief)).toEqual([]);
  expect(await ask({}, (await makeBureau()).administrator)).toEqual([]);
});
