import { expect, test } from "vitest";
import type { SignedIn } from "../../support/bureau.ts";
import { makeDivision, makeGrid, makeStation } from "../grids/ground.ts";
import { assign, dayFromNow, demand, fromNow, makeStaffed, withKey } from "./staffing.ts";

const figures = "required filled vacant grids gridsWithVacancy";
const counted = `query ($unitId: ID, $at: DateTime) {
  total: coverage(by: TOTAL, unitId: $unitId, at: $at) { ${figures} }
  duties: coverage(by: DUTY, unitId: $unitId, at: $at) { required filled vacant }
  kinds: coverage(by: GRID_KIND, unitId: $unitId, at: $at) { ${figures} gridKind }
  townships: coverage(by: TOWNSHIP, unitId: $unitId, at: $at) { ${figures} division { code } }
  stations: coverage(by: STATION, unitId: $unitId, at: $at) { ${figures} station { id } }
  bureau { coverage(at: $at) { ${figures} } }
  units(filter: { kinds: [STATION] }, first: 20) { nodes { id coverage(at: $at) { ${figures} } } }
}`;
const listed = `query ($filter: GridFilter!, $at: DateTime) {
  grids(filter: $filter, at: $at, first: 100) { totalCount nodes { kind division { code } coverage { required filled vacant } } }
}`;
const moveGrid = `mutation ($input: MoveGridInput!) { moveGrid(input: $input) { id } }`;

interface Figures {
  required: number;
  filled: number;
  vacant: number;
  grids: number;
  gridsWithVacancy: number;
}
interface Counted {
  total: [Figures];
  duties: Pick<Figures, "required" | "filled" | "vacant">[];
  kinds: (Figures & { gridKind: string })[];
  townships: (Figures & { division: { code: string } | null })[];
  stations: (Figures & { station: { id: string } })[];
  bureau: { coverage: Figures };
  units: { nodes: { id: string; coverage: Figures }[] };
}
interface Listed {
  kind: string;
  division: { code: string } | null;
  coverage: Pick<Figures, "required" | "filled" | "vacant">;
}

/** Two stations, each of which lost a grid to the other one, and one that is to be lost. */
async function makeMoved() {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const admin = bureau.administrator;
  const otherId = await makeStation(bureau);
  const county = await makeDivision(bureau, { code: "410481", name: "虚构市", kind: "COUNTY" });
  const township = await makeDivision(bureau, { code: "410481101", name: "北乡", kind: "TOWNSHIP", parentId: county });
  const villages = [
    await makeDivision(bureau, { code: "410481101201", name: "张庄", parentId: township }),
    await makeDivision(bureau, { code: "410481101202", name: "李庄", parentId: township }),
  ];
  const lost = await makeGrid(bureau, stationId, { divisionId: villages[0] });
  const got = await makeGrid(bureau, otherId, { divisionId: villages[1] });
  await makeGrid(bureau, otherId);
  const leaving = await makeGrid(bureau, stationId);
  await demand(bureau, { from: fromNow(-60) });
  const reason = "补录";
  await assign(admin, { gridId: lost.id, memberId: officer.id, from: fromNow(-50), reason });
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(-30), reason });
  const move = (id: string, to: string, days: number) =>
    admin.run(moveGrid, withKey({ id, expectedVersion: 1, stationId: to, from: dayFromNow(days), reason }));
  await move(lost.id, otherId, -20);
  await move(got.id, stationId, -10);
  await move(leaving.id, otherId, 10);
  return { ...staffed, otherId };
}

const sums = (rows: readonly Listed[]): Figures => {
  const sum = (of: (row: Listed) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    required: sum(({ coverage: { required } }) => required),
    filled: sum(({ coverage: { filled } }) => filled),
    vacant: sum(({ coverage: { vacant } }) => vacant),
    grids: rows.length,
    gridsWithVacancy: rows.filter(({ coverage: { vacant } }) => vacant > 0).length,
  };
};
const none = sums([]);

async function compare(client: SignedIn, moment: Date, unitId: string | undefined) {
  const at = moment.toISOString();
  const of = async (filter: object = {}) => {
    const { grids } = await client.run<{ grids: { totalCount: number; nodes: Listed[] } }>(listed, {
      at,
      filter: { unitId, open: true, ...filter },
    });
    expect(grids.totalCount).toBe(grids.nodes.length);
    return grids.nodes;
  };
  const figuresOf = await client.run<Counted>(counted, { at, unitId });
  const rows = await of();
  const said = `${at} ${unitId}`;
  expect(figuresOf.total, said).toEqual([sums(rows)]);
  expect(sums(await of({ unitId: undefined })), said).toEqual(figuresOf.bureau.coverage);
  const { grids: _grids, gridsWithVacancy: _short, ...seats } = sums(rows);
  const ofDuties = figuresOf.duties.reduce(
    (sum, { required, filled, vacant }) => ({
      required: sum.required + required,
      filled: sum.filled + filled,
      vacant: sum.vacant + vacant,
    }),
    { required: 0, filled: 0, vacant: 0 },
  );
  expect(ofDuties, said).toEqual(seats);
  expect(new Set(figuresOf.kinds.map(({ gridKind }) => gridKind))).toEqual(new Set(rows.map(({ kind }) => kind)));
  for (const { gridKind, ...kind } of figuresOf.kinds) expect(kind, said).toEqual(sums(await of({ kind: gridKind })));
  for (const { division, ...township } of figuresOf.townships)
    expect(township, said).toEqual(sums(await of(division ? { townshipCode: division.code } : { inTownship: false })));
  for (const { station, ...counts } of figuresOf.stations)
    expect(counts, said).toEqual(sums(await of({ unitId: station.id })));
  for (const { id, coverage } of figuresOf.units.nodes) expect(coverage, said).toEqual(sums(await of({ unitId: id })));
  return rows.length > 0 ? sums(rows) : none;
}

test("whatever is counted of a day is what the list shows of it, for whoever asks: grids that moved since, or will, among them", async () => {
  const { bureau, stationId, otherId } = await makeMoved();
  const chiefs = await Promise.all(
    [stationId, otherId].map((unitId) => bureau.signIn({ role: "STATION_CHIEF", unitId })),
  );
  for (const days of [-40, -25, -15, -5, 0, 5, 20])
    for (const unitId of [undefined, stationId, otherId]) {
      const at = fromNow(days);
      const all = await compare(bureau.administrator, at, unitId);
      const parts = [];
      for (const chief of chiefs) parts.push(await compare(chief, at, unitId));
      expect(parts.reduce((sum, { grids }) => sum + grids, 0)).toBe(all.grids);
    }
});
