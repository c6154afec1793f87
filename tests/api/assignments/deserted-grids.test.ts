import { expect, test } from "vitest";
import type { SignedIn } from "../../support/bureau.ts";
import { makeAbsence, makeDivision, makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, demand, fromNow, makeStaffed } from "./staffing.ts";

const read = `query ($at: DateTime, $deserted: GridFilter!, $others: GridFilter!) {
  townships: coverage(by: TOWNSHIP, at: $at) { gridsDeserted division { code } }
  stations: coverage(by: STATION, at: $at) { gridsDeserted station { id } }
  total: coverage(by: TOTAL, at: $at) { gridsDeserted }
  grids(at: $at, filter: { open: true }, first: 100) {
    nodes { id division { code } station { id } seats { isFilled absence { id } responsible { id } } }
  }
  deserted: grids(at: $at, filter: $deserted, first: 100) { totalCount nodes { id } }
  others: grids(at: $at, filter: $others, first: 100) { nodes { id } }
}`;
const ofPlace = `query ($at: DateTime, $filter: GridFilter!) { grids(at: $at, filter: $filter, first: 1) { totalCount } }`;

interface Grid {
  id: string;
  division: { code: string } | null;
  station: { id: string };
  seats: { isFilled: boolean; absence: object | null; responsible: object | null }[];
}
interface Read {
  townships: { gridsDeserted: number; division: { code: string } | null }[];
  stations: { gridsDeserted: number; station: { id: string } }[];
  total: [{ gridsDeserted: number }];
  grids: { nodes: Grid[] };
  deserted: { totalCount: number; nodes: { id: string }[] };
  others: { nodes: { id: string }[] };
}

/** Holders who are away: with a substitute who is there, with one who is away too, with one who may not hold the duty, and with none. */
async function makeAway() {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const admin = bureau.administrator;
  const otherId = await makeStation(bureau);
  const county = await makeDivision(bureau, { code: "410481", name: "虚构市", kind: "COUNTY" });
  const town = (code: string, name: string) => makeDivision(bureau, { code, name, kind: "TOWNSHIP", parentId: county });
  const places = [await town("410481101", "北乡"), await town("410481102", "南镇")];
  await demand(bureau, { from: fromNow(-60) });
  const made = async (unitId: string, divisionId?: string) => {
    const { id: gridId } = await makeGrid(bureau, unitId, { ...(divisionId && { divisionId }) });
    const { id: memberId } = await makeMember(bureau, unitId);
    await assign(admin, { gridId, memberId, from: fromNow(-50), reason: "补录" });
    return memberId;
  };
  const spare = await makeMember(bureau, stationId);
  const auxiliary = await makeMember(bureau, stationId, { kind: "AUXILIARY" });
  const stoodInFor = await made(stationId, places[0]);
  const inVain = await made(stationId, places[0]);
  const alone = await made(otherId, places[1]);
  const notAllowed = await made(otherId);
  await made(otherId, places[1]);
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(-50), reason: "补录" });
  const away = (memberId: string, from: number, to: number, substituteId?: string) =>
    makeAbsence(bureau, memberId, {
      startsAt: fromNow(from),
      endsAt: fromNow(to),
      ...(substituteId && { substituteId }),
    });
  await away(stoodInFor, -30, 30, spare.id);
  await away(inVain, -20, 20, alone);
  await away(alone, -10, 10);
  await away(notAllowed, -5, 5, auxiliary.id);
  return { ...staffed, otherId };
}

async function recount(client: SignedIn, days: number) {
  const at = fromNow(days);
  const found = await client.run<Read>(read, {
    at,
    deserted: { open: true, deserted: true },
    others: { open: true, deserted: false },
  });
  const isDeserted = ({ seats }: Grid) =>
    seats.some(({ isFilled, absence, responsible }) => isFilled && absence !== null && responsible === null);
  const { nodes } = found.grids;
  const deserted = nodes.filter(isDeserted);
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
  expect(ids(found.deserted.nodes)).toEqual(ids(deserted));
  expect(ids(found.others.nodes)).toEqual(ids(nodes.filter((grid) => !isDeserted(grid))));
  expect(found.total[0].gridsDeserted).toBe(deserted.length);
  const countOf = async (filter: object) =>
    (
      await client.run<{ grids: { totalCount: number } }>(ofPlace, {
        at,
        filter: { open: true, deserted: true, ...filter },
      })
    ).grids.totalCount;
  for (const { division, gridsDeserted } of found.townships) {
    expect(gridsDeserted).toBe(deserted.filter((grid) => grid.division?.code === division?.code).length);
    expect(await countOf(division ? { townshipCode: division.code } : { inTownship: false })).toBe(gridsDeserted);
  }
  for (const { station, gridsDeserted } of found.stations) {
    expect(gridsDeserted).toBe(deserted.filter((grid) => grid.station.id === station.id).length);
    expect(await countOf({ unitId: station.id })).toBe(gridsDeserted);
  }
  return deserted.length;
}

test("grids where somebody is away and nobody stands in are counted by township and station as their seats have it, and each figure opens them", async () => {
  const { bureau, otherId } = await makeAway();
  const counts = [];
  for (const days of [-40, -25, -15, -7, 0, 7, 15, 40]) counts.push(await recount(bureau.administrator, days));
  expect(counts).toEqual([0, 0, 0, 2, 3, 2, 0, 0]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: otherId });
  expect(await recount(chief, 0)).toBe(2);
});
