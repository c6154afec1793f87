import { expect, test } from "vitest";
import { makeDivision, makeGrid, makeStation } from "../grids/ground.ts";
import { assign, demand, dayFromNow, fromNow, makeStaffed } from "./staffing.ts";

const grouped = /* GraphQL */ `
  query ($unitId: ID, $at: DateTime) {
    coverage(by: TOWNSHIP, unitId: $unitId, at: $at) {
      division {
        code
      }
      required
      filled
      grids
      gridsWithVacancy
    }
  }
`;
const listed = /* GraphQL */ `
  query ($filter: GridFilter, $at: DateTime) {
    grids(filter: $filter, at: $at, first: 100) {
      totalCount
      nodes {
        division {
          code
        }
        coverage {
          required
          filled
          vacant
        }
      }
    }
  }
`;

interface Group {
  division: { code: string } | null;
  required: number;
  filled: number;
  grids: number;
  gridsWithVacancy: number;
}
interface Listed {
  division: { code: string } | null;
  coverage: { required: number; filled: number; vacant: number };
}

/** Two townships with villages, a grid of a township itself, one of the county and one of no division, at two stations. */
async function makePlaces() {
  const staffed = await makeStaffed();
  const { bureau, stationId, officer } = staffed;
  const otherId = await makeStation(bureau);
  const county = await makeDivision(bureau, { code: "410481", name: "虚构市", kind: "COUNTY" });
  const township = (code: string, name: string) =>
    makeDivision(bureau, { code, name, kind: "TOWNSHIP", parentId: county });
  const [north, south] = [await township("410481101", "北乡"), await township("410481102", "南镇")];
  const village = await makeDivision(bureau, { code: "410481101201", name: "张庄", parentId: north });
  const held = await makeGrid(bureau, stationId, { divisionId: village });
  await makeGrid(bureau, otherId, { divisionId: village });
  await makeGrid(bureau, stationId, { divisionId: south });
  await makeGrid(bureau, otherId, { divisionId: south, openedOn: dayFromNow(-10) });
  await makeGrid(bureau, otherId, { divisionId: county });
  await demand(bureau, { from: fromNow(-50) });
  await assign(bureau.administrator, { gridId: held.id, memberId: officer.id, from: fromNow(-30), reason: "补录" });
  return { ...staffed, otherId };
}

const townshipOf = (code: string | undefined) => (code && code.length >= 9 ? code.slice(0, 9) : null);

test("each township's grids are counted as the list has them, on any day and of a part of the tree; those in none too", async () => {
  const { bureau, otherId } = await makePlaces();
  for (const days of [-60, -40, -20, -5, 0])
    for (const unitId of [undefined, otherId]) {
      const at = fromNow(days);
      const ask = async (filter: object) => {
        const { grids } = await bureau.administrator.run<{ grids: { totalCount: number; nodes: Listed[] } }>(listed, {
          at,
          filter: { ...filter, unitId, open: true },
        });
        return grids;
      };
      const { coverage } = await bureau.administrator.run<{ coverage: Group[] }>(grouped, { at, unitId });
      const { nodes } = await ask({});
      const codes = new Set(nodes.map(({ division }) => townshipOf(division?.code)));
      expect(new Set(coverage.map(({ division }) => division?.code ?? null))).toEqual(codes);
      for (const { division, ...counts } of coverage) {
        const own = nodes.filter((grid) => townshipOf(grid.division?.code) === (division?.code ?? null));
        const sum = (of: (grid: Listed) => number) => own.reduce((total, grid) => total + of(grid), 0);
        expect(counts).toEqual({
          required: sum(({ coverage: { required } }) => required),
          filled: sum(({ coverage: { filled } }) => filled),
          grids: own.length,
          gridsWithVacancy: own.filter(({ coverage: { vacant } }) => vacant > 0).length,
        });
        const place = division ? { townshipCode: division.code } : { inTownship: false };
        expect((await ask(place)).totalCount).toBe(counts.grids);
        expect((await ask({ ...place, hasVacancy: true })).totalCount).toBe(counts.gridsWithVacancy);
      }
      expect((await ask({ inTownship: true })).totalCount).toBe(
        [...nodes].filter(({ division }) => townshipOf(division?.code)).length,
      );
    }
});

test("a chief is told of the townships of the own grids alone", async () => {
  const { bureau, stationId } = await makePlaces();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: stationId });
  const { coverage } = await chief.run<{ coverage: Group[] }>(grouped);
  expect(coverage.map(({ division, grids }) => [division?.code, grids])).toEqual([
    ["410481101", 1],
    ["410481102", 1],
    [undefined, 1],
  ]);
});
