import { expect, test } from "vitest";
import type { SignedIn } from "../../support/bureau.ts";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, demand, dayFromNow, fromNow, makeStaffed, withKey } from "../assignments/staffing.ts";

const row = "kind station { id } grid { id } duty member { badge } changedAt cause";
const changed = /* GraphQL */ `query ($filter: DayChangeFilter, $at: DateTime) {
  dayChanges(filter: $filter, at: $at, first: 100) { totalCount nodes { ${row} } }
}`;
const compared = /* GraphQL */ `
  query ($since: DateTime, $at: DateTime) {
    dayComparison(since: $since, at: $at) {
      station {
        id
      }
      gridsBefore
      requiredBefore
      filledBefore
      vacantBefore
      came
      left
      gapsOpened
      gapsClosed
      gridsAfter
      requiredAfter
      filledAfter
      vacantAfter
    }
  }
`;
const stood = /* GraphQL */ `
  query ($at: DateTime!) {
    grids(filter: { open: true }, at: $at, first: 100) {
      nodes {
        id
        station {
          id
        }
        seats {
          duty
          isRequired
          isFilled
          holder {
            badge
          }
        }
      }
    }
  }
`;

const moveGrid = `mutation ($input: MoveGridInput!) { moveGrid(input: $input) { id } }`;
const closeGrid = `mutation ($input: CloseGridInput!) { closeGrid(input: $input) { id } }`;

interface Change {
  kind: string;
  station: { id: string };
  grid: { id: string };
  duty: string;
  member: { badge: string } | null;
  changedAt: string | null;
  cause: string | null;
}
interface Stood {
  id: string;
  station: { id: string };
  seats: { duty: string; isRequired: boolean; isFilled: boolean; holder: { badge: string } | null }[];
}
interface Compared extends Record<string, unknown> {
  station: { id: string };
  came: number;
  left: number;
  gapsOpened: number;
  gapsClosed: number;
  vacantBefore: number;
  vacantAfter: number;
}

/** Two stations through a hundred days: who came and left, a standard that grew, grids that opened, moved and are to close. */
async function makeYear() {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const admin = bureau.administrator;
  const otherId = await makeStation(bureau);
  const moved = await makeGrid(bureau, stationId);
  const opened = await makeGrid(bureau, otherId, { openedOn: dayFromNow(-15) });
  const [second, third, auxiliary] = [
    await makeMember(bureau, stationId),
    await makeMember(bureau, otherId),
    await makeMember(bureau, stationId, { kind: "AUXILIARY" }),
  ];
  await demand(bureau, { from: fromNow(-100) });
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, from: fromNow(-40) });
  const reason = "补录";
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(-80), to: fromNow(-20), reason });
  await assign(admin, { gridId: grid.id, memberId: second.id, from: fromNow(-20), reason });
  await assign(admin, { gridId: grid.id, duty: "AUXILIARY", memberId: auxiliary.id, from: fromNow(-30), reason });
  await assign(admin, { gridId: moved.id, memberId: officer.id, from: fromNow(-70), reason });
  await assign(admin, { gridId: opened.id, memberId: third.id, from: fromNow(-5), to: fromNow(20), reason });
  await admin.run(
    moveGrid,
    withKey({ id: moved.id, expectedVersion: 1, stationId: otherId, from: dayFromNow(-10), reason }),
  );
  await admin.run(closeGrid, withKey({ id: opened.id, expectedVersion: 1, on: dayFromNow(30), endAssignments: true }));
  return { ...staffed, otherId, moved, opened, second, third, auxiliary };
}

const standing = async (client: SignedIn, days: number) => {
  const { grids } = await client.run<{ grids: { nodes: Stood[] } }>(stood, { at: fromNow(days) });
  const places = grids.nodes.flatMap(({ id, station, seats }) =>
    seats.map((seat) => ({ ...seat, key: `${station.id} ${id} ${seat.duty}` })),
  );
  return {
    held: places.flatMap(({ key, holder }) => (holder ? [`${key} ${holder.badge}`] : [])),
    vacant: places.filter(({ isRequired, isFilled }) => isRequired && !isFilled).map(({ key }) => key),
  };
};

const without = (some: readonly string[], others: readonly string[]) => {
  const left = [...others];
  return some.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** What changed, by nothing but the seats of two days. */
async function recounted(client: SignedIn, since: number, at: number) {
  const [before, after] = [await standing(client, since), await standing(client, at)];
  return [
    ...without(after.held, before.held).map((each) => `CAME ${each}`),
    ...without(before.held, after.held).map((each) => `LEFT ${each}`),
    ...without(after.vacant, before.vacant).map((each) => `GAP_OPENED ${each}`),
    ...without(before.vacant, after.vacant).map((each) => `GAP_CLOSED ${each}`),
  ].sort();
}

const told = async (client: SignedIn, since: number, at: number) => {
  const { dayChanges } = await client.run<{ dayChanges: { totalCount: number; nodes: Change[] } }>(changed, {
    filter: { since: fromNow(since) },
    at: fromNow(at),
  });
  expect(dayChanges.totalCount).toBe(dayChanges.nodes.length);
  return dayChanges.nodes;
};

const moments = [-120, -90, -60, -35, -25, -12, -1, 25, 40];
const pairs = moments.flatMap((since, index) => moments.slice(index + 1).map((at) => [since, at] as const));

test("what changed between two days is what the seats of both days say, for each station too", async () => {
  const { bureau } = await makeYear();
  const { administrator } = bureau;
  for (const [since, at] of pairs) {
    const rows = await told(administrator, since, at);
    const said = rows.map(({ kind, station, grid, duty, member }) =>
      [kind, station.id, grid.id, duty, ...(member ? [member.badge] : [])].join(" "),
    );
    expect(said.sort()).toEqual(await recounted(administrator, since, at));
    const variables = { since: fromNow(since), at: fromNow(at) };
    const { dayComparison } = await administrator.run<{ dayComparison: Compared[] }>(compared, variables);
    for (const each of dayComparison) {
      const count = (kind: string) =>
        rows.filter((change) => change.kind === kind && change.station.id === each.station.id).length;
      expect(each).toMatchObject({
        came: count("CAME"),
        left: count("LEFT"),
        gapsOpened: count("GAP_OPENED"),
        gapsClosed: count("GAP_CLOSED"),
        vacantAfter: each.vacantBefore + each.gapsOpened - each.gapsClosed,
      });
    }
  }
});

test("each change says why and when", async () => {
  const { bureau, stationId, otherId, grid, moved, opened, officer, second, third, auxiliary } = await makeYear();
  const rows = await told(bureau.administrator, -60, -1);
  const of = (kind: string, gridId: string, stationOf: string) =>
    rows
      .filter((each) => each.kind === kind && each.grid.id === gridId && each.station.id === stationOf)
      .map(({ member, changedAt, cause, duty }) => [member?.badge ?? duty, changedAt && new Date(changedAt), cause]);
  expect(of("LEFT", grid.id, stationId)).toEqual([[officer.badge, fromNow(-20), null]]);
  expect(of("CAME", grid.id, stationId)).toEqual([
    [second.badge, fromNow(-20), null],
    [auxiliary.badge, fromNow(-30), null],
  ]);
  expect(of("GAP_OPENED", grid.id, stationId)).toEqual([["AUXILIARY", null, "STANDARD"]]);
  expect(of("LEFT", moved.id, stationId)).toEqual([[officer.badge, null, "GRID_MOVED"]]);
  expect(of("CAME", moved.id, otherId)).toEqual([[officer.badge, fromNow(-70), "GRID_MOVED"]]);
  expect(of("CAME", opened.id, otherId)).toEqual([[third.badge, fromNow(-5), "GRID_OPENED"]]);
  const closed = await told(bureau.administrator, -1, 40);
  expect(closed.filter(({ grid: { id } }) => id === opened.id).map(({ kind, cause }) => [kind, cause])).toEqual([
    ["GAP_CLOSED", "GRID_CLOSED"],
    ["GAP_CLOSED", "GRID_CLOSED"],
    ["LEFT", "GRID_CLOSED"],
  ]);
});

test("a chief is told of the own station, and whoever has no role of nothing", async () => {
  const { bureau, stationId, otherId, moved } = await makeYear();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const rows = await told(chief, -60, -1);
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ station }) => station.id))).toEqual(new Set([stationId]));
  const all = await told(bureau.administrator, -60, -1);
  expect(rows.length).toBe(all.filter(({ station }) => station.id === stationId).length);
  // The grid is the other station's today: it is counted, and not shown.
  expect(rows.filter(({ cause }) => cause === "GRID_MOVED").map(({ grid }) => grid)).toEqual([null]);
  expect(all.filter(({ grid, station }) => grid.id === moved.id && station.id === otherId).length).toBeGreaterThan(0);
  const { dayComparison } = await chief.run<{ dayComparison: Compared[] }>(compared, { since: fromNow(-60) });
  expect(dayComparison.map(({ station }) => station.id)).toEqual([stationId]);
});

test("it is asked of the last thirty days until something else is said, and narrowed by kind, station and duty", async () => {
  const { bureau, stationId } = await makeYear();
  const { administrator } = bureau;
  const count = async (filter: object) =>
    (await administrator.run<{ dayChanges: { totalCount: number } }>(changed, { filter })).dayChanges.totalCount;
  expect(await count({})).toBe(await count({ since: fromNow(-29.99) }));
  const since = fromNow(-60);
  expect(await count({ since, kind: "LEFT", stationId })).toBe(2);
  expect(await count({ since, stationId, duty: "AUXILIARY" })).toBe(2);
});
