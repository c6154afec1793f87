import { dayOf } from "@maple-bridge/server/kernel/day";
import { expect, test } from "vitest";
import type { SignedIn } from "../../support/bureau.ts";
import { makeAbsence, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, fromNow, makeStaffed, withKey } from "../assignments/staffing.ts";

const listed = /* GraphQL */ `
  query ($filter: ComingChangeFilter, $orderBy: ComingChangeOrder) {
    comingChanges(filter: $filter, orderBy: $orderBy, first: 100) {
      totalCount
      nodes {
        id
        kind
        happensAt
        duty
        unit {
          id
        }
        grid {
          id
        }
        member {
          id
        }
      }
    }
  }
`;
const counted = `query ($unitId: ID, $before: DateTime) { comingDays(unitId: $unitId, before: $before) { day kind count } }`;
const everything = /* GraphQL */ `
  {
    assignments(first: 100) {
      nodes {
        startsAt
        endsAt
        state
        grid {
          id
          station {
            id
          }
        }
      }
    }
    grids(first: 100) {
      nodes {
        id
        openedOn
        closedOn
        station {
          id
        }
      }
    }
  }
`;
const closeGrid = `mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`;
const endAssignment = `mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) { id } }`;

interface Coming {
  id: string;
  kind: string;
  happensAt: string;
  duty: string | null;
  unit: { id: string } | null;
  grid: { id: string } | null;
  member: { id: string } | null;
}

/** Two stations with what is over, what goes on, what is planned and what was taken back. */
async function makeAhead() {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const admin = bureau.administrator;
  const otherId = await makeStation(bureau);
  const [other, closing] = [await makeGrid(bureau, otherId), await makeGrid(bureau, otherId)];
  await makeGrid(bureau, otherId, { openedOn: dayOf(fromNow(15)) });
  await makeGrid(bureau, stationId, { openedOn: dayOf(fromNow(95)) });
  const [second, third] = [await makeMember(bureau, stationId), await makeMember(bureau, otherId)];
  const reason = "补录";
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(-80), to: fromNow(-20), reason });
  await assign(admin, { gridId: grid.id, memberId: second.id, from: fromNow(-20), to: fromNow(10), reason });
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(10), to: fromNow(50), reason });
  await assign(admin, { gridId: other.id, memberId: third.id, from: fromNow(-5), reason });
  await assign(admin, { gridId: closing.id, memberId: third.id, from: fromNow(40), reason });
  const takenBack = await assign(admin, { gridId: grid.id, memberId: second.id, from: fromNow(60), reason });
  await admin.run(endAssignment, withKey({ id: takenBack.id, expectedVersion: 1, reason }));
  await makeAbsence(bureau, officer.id, { startsAt: fromNow(-10), endsAt: fromNow(-2) });
  await makeAbsence(bureau, officer.id, { startsAt: fromNow(-1), endsAt: fromNow(5) });
  await makeAbsence(bureau, third.id, { startsAt: fromNow(20), endsAt: fromNow(120) });
  await makeAbsence(bureau, second.id, { startsAt: fromNow(30) });
  await admin.run(
    closeGrid,
    withKey({ id: closing.id, expectedVersion: 1, on: dayOf(fromNow(80)), endAssignments: true }),
  );
  return { ...staffed, otherId, other, closing, second, third };
}

const told = async (client: SignedIn, filter: object = {}, orderBy?: string) => {
  const { comingChanges } = await client.run<{ comingChanges: { totalCount: number; nodes: Coming[] } }>(listed, {
    filter,
    orderBy,
  });
  expect(comingChanges.totalCount).toBe(comingChanges.nodes.length);
  return comingChanges.nodes;
};

const lineOf = ({ kind, happensAt, unit }: Coming) => `${kind} ${new Date(happensAt).toISOString()} ${unit?.id}`;

test("what is to come is what the assignments and grids say by themselves, and each absence's two ends", async () => {
  const { bureau, stationId, otherId } = await makeAhead();
  const rows = await told(bureau.administrator);
  const read = await bureau.administrator.run(everything);
  const now = Date.now();
  type At = { startsAt: string; endsAt: string | null; state: string; grid: { station: { id: string } } };
  const ends = (read.assignments.nodes as At[])
    .filter(({ state }) => state !== "CANCELLED")
    .flatMap(({ startsAt, endsAt, grid }) => {
      const starts = { kind: "ASSIGNMENT_STARTS", at: startsAt, unit: grid.station.id };
      return endsAt ? [starts, { ...starts, kind: "ASSIGNMENT_ENDS", at: endsAt }] : [starts];
    });
  type Grid = { openedOn: string; closedOn: string | null; station: { id: string } };
  const grids = (read.grids.nodes as Grid[]).flatMap(({ openedOn, closedOn, station }) => {
    const opens = { kind: "GRID_OPENS", at: `${openedOn}T00:00:00+08:00`, unit: station.id };
    return closedOn ? [opens, { ...opens, kind: "GRID_CLOSES", at: `${closedOn}T00:00:00+08:00` }] : [opens];
  });
  expect(grids.filter(({ kind, at }) => kind === "GRID_OPENS" && new Date(at).getTime() > now)).toHaveLength(2);
  const recounted = [...ends, ...grids]
    .filter(({ at }) => new Date(at).getTime() > now)
    .map(({ kind, at, unit }) => `${kind} ${new Date(at).toISOString()} ${unit}`);
  const ofPosts = rows.filter(({ kind }) => !kind.startsWith("ABSENCE"));
  expect(ofPosts.map(lineOf).sort()).toEqual(recounted.sort());
  const away = rows.filter(({ kind }) => kind.startsWith("ABSENCE"));
  expect(away.map(({ kind, unit }) => [kind, unit?.id])).toEqual([
    ["ABSENCE_ENDS", stationId],
    ["ABSENCE_STARTS", otherId],
    ["ABSENCE_STARTS", stationId],
    ["ABSENCE_ENDS", otherId],
  ]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("a day has as many of a kind as the list has in it, of a unit too", async () => {
  const { bureau, otherId } = await makeAhead();
  for (const unitId of [undefined, otherId]) {
    const before = fromNow(100);
    const { comingDays } = await bureau.administrator.run(counted, { unitId, before });
    const byDay = new Map<string, number>();
    for (const { kind, happensAt } of await told(bureau.administrator, { unitId, before })) {
      const key = `${dayOf(new Date(happensAt))} ${kind}`;
      byDay.set(key, (byDay.get(key) ?? 0) + 1);
    }
    type Day = { day: string; kind: string; count: number };
    const days = (comingDays as Day[]).map(({ day, kind, count }) => [`${day} ${kind}`, count]);
    expect(days.toSorted()).toEqual([...byDay].toSorted());
    for (const { day, kind, count } of comingDays as Day[]) {
      const from = `${day}T00:00:00+08:00`;
      const next = new Date(new Date(from).getTime() + 86_400_000).toISOString();
      expect(await told(bureau.administrator, { unitId, kinds: [kind], from, before: next })).toHaveLength(count);
    }
  }
});

test("the first to happen comes first, and kind by kind where that is asked", async () => {
  const { bureau } = await makeAhead();
  const times = (await told(bureau.administrator)).map(({ happensAt }) => happensAt);
  expect(times).toEqual(times.toSorted());
  const kinds = (await told(bureau.administrator, {}, "KIND")).map(({ kind }) => kind);
  expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).toEqual([
    "ASSIGNMENT_STARTS",
    "ASSIGNMENT_ENDS",
    "ABSENCE_STARTS",
    "ABSENCE_ENDS",
    "GRID_OPENS",
    "GRID_CLOSES",
  ]);
});

test("a chief is told of the own station alone, in rows and in figures", async () => {
  const { bureau, otherId } = await makeAhead();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: otherId });
  const rows = await told(chief);
  expect(new Set(rows.map(({ unit }) => unit?.id))).toEqual(new Set([otherId]));
  expect(rows).toHaveLength((await told(bureau.administrator, { unitId: otherId })).length);
  const { comingDays } = await chief.run<{ comingDays: { count: number }[] }>(counted, { before: fromNow(400) });
  expect(comingDays.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
});

test("another bureau's are not told of", async () => {
  await makeAhead();
  const { bureau } = await makeStaffed();
  expect(await told(bureau.administrator)).toEqual([]);
  expect((await bureau.administrator.run(counted)).comingDays).toEqual([]);
});
