import { expect, test } from "vitest";
import { makeGrid, makeMember, makeStation } from "../grids/ground.ts";
import { assign, demand, dayFromNow, fromNow, makeStaffed, withKey } from "./staffing.ts";

const asked = /* GraphQL */ `
  query ($at: DateTime) {
    coverage(by: STATION_DUTY, at: $at) {
      station {
        id
      }
      duty
      required
      filled
      vacant
      gridsWithVacancy
    }
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
        }
      }
    }
  }
`;
const listed = /* GraphQL */ `
  query ($at: DateTime, $filter: GridFilter) {
    grids(filter: $filter, at: $at) {
      totalCount
    }
  }
`;
const moveGrid = `mutation ($input: MoveGridInput!) { moveGrid(input: $input) { id } }`;

interface Cell {
  station: { id: string };
  duty: string;
  required: number;
  filled: number;
  vacant: number;
  gridsWithVacancy: number;
}
interface Grid {
  id: string;
  station: { id: string };
  seats: { duty: string; isRequired: boolean; isFilled: boolean }[];
}

/** Two stations through a hundred days: a standard that grew, a grid that moved, seats that were held for a while. */
async function makeMonths() {
  const staffed = await makeStaffed();
  const { bureau, stationId, grid, officer } = staffed;
  const admin = bureau.administrator;
  const otherId = await makeStation(bureau);
  const moved = await makeGrid(bureau, stationId);
  await makeGrid(bureau, otherId, { openedOn: dayFromNow(-15) });
  await makeGrid(bureau, otherId);
  const auxiliaries = [1, 2, 3].map(() => makeMember(bureau, stationId, { kind: "AUXILIARY" }));
  const [first, second, third] = await Promise.all(auxiliaries);
  await demand(bureau, { from: fromNow(-100) });
  await demand(bureau, { duty: "AUXILIARY", atLeast: 2, from: fromNow(-40) });
  const reason = "补录";
  await assign(admin, { gridId: grid.id, memberId: officer.id, from: fromNow(-80), to: fromNow(20), reason });
  for (const { id } of [first!, second!, third!])
    await assign(admin, { gridId: grid.id, duty: "AUXILIARY", memberId: id, from: fromNow(-30), reason });
  await assign(admin, { gridId: moved.id, duty: "AUXILIARY", memberId: first!.id, from: fromNow(-20), reason });
  await admin.run(
    moveGrid,
    withKey({ id: moved.id, expectedVersion: 1, stationId: otherId, from: dayFromNow(-10), reason }),
  );
  return { ...staffed, otherId };
}

const keyOf = ({ station, duty }: Pick<Cell, "station" | "duty">) => `${station.id} ${duty}`;

/** The same figures, by nothing but the seats of each grid. */
function recounted(grids: readonly Grid[]): Cell[] {
  const cells = new Map<string, Cell>();
  for (const { station, seats } of grids)
    for (const duty of new Set(seats.map((seat) => seat.duty))) {
      const nothing = { station, duty, required: 0, filled: 0, vacant: 0, gridsWithVacancy: 0 };
      const cell = cells.get(keyOf({ station, duty })) ?? nothing;
      const required = seats.filter((seat) => seat.duty === duty && seat.isRequired);
      const filled = required.filter(({ isFilled }) => isFilled).length;
      const vacant = required.length - filled;
      cells.set(keyOf(cell), {
        ...cell,
        required: cell.required + required.length,
        filled: cell.filled + filled,
        vacant: cell.vacant + vacant,
        gridsWithVacancy: cell.gridsWithVacancy + (vacant > 0 ? 1 : 0),
      });
    }
  return [...cells.values()];
}

const sorted = (cells: readonly Cell[]) => cells.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
const moments = [-120, -90, -60, -35, -25, -15, -5, 0, 30];

test("each duty of each station is counted as its grids' seats say, on any day", async () => {
  const { bureau } = await makeMonths();
  for (const days of moments) {
    const read = await bureau.administrator.run(asked, { at: fromNow(days) });
    const of = `${days} days`;
    expect(sorted(read.coverage), of).toEqual(sorted(recounted(read.grids.nodes)));
  }
});

test("so many grids are counted with a gap as the list has by station, duty and day", async () => {
  const { bureau } = await makeMonths();
  for (const days of moments) {
    const at = fromNow(days);
    const { coverage } = await bureau.administrator.run<{ coverage: Cell[] }>(asked, { at });
    for (const { station, duty, gridsWithVacancy } of coverage) {
      const filter = { unitId: station.id, duty, hasVacancy: true, open: true };
      const { grids } = await bureau.administrator.run(listed, { at, filter });
      expect(grids.totalCount, `${days} days, ${duty}`).toBe(gridsWithVacancy);
    }
  }
});

test("a chief is told of the own station's duties alone", async () => {
  const { bureau, otherId } = await makeMonths();
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: otherId });
  const { coverage } = await chief.run<{ coverage: Cell[] }>(asked);
  expect(coverage.map(({ station, duty }) => `${station.id} ${duty}`)).toEqual([
    `${otherId} AUXILIARY`,
    `${otherId} RESPONSIBLE_OFFICER`,
  ]);
});
