import { afterAll, expect, test } from "vitest";
import { clock } from "../../support/bureau.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { field, seat } from "../work/ground.ts";
import { goTo } from "../work/time-passes.ts";
import { handIn, layLists, nextWeek, reviewed, task, week } from "./ground.ts";

afterAll(() => void (clock.at = null));

const counts = ["done", "late", "missed", "returned", "waiting"] as const;

const both = /* GraphQL */ `
  query ($unitId: ID!, $from: LocalDate!) {
    weekMatrix(unitId: $unitId, from: $from, weeks: 2) {
      member { id }
      station { id }
      week
      lines
      ${counts.join(" ")}
      signedAt
    }
    stationMatrix(from: $from, weeks: 2) {
      station { id }
      week
      members
      signed
      blank
      ${counts.join(" ")}
    }
  }
`;

type Cell = Record<(typeof counts)[number], number> & {
  station: { id: string };
  week: string;
  lines: number;
  signedAt: string | null;
};

test("the bureau's matrix has the members of all its stations, and a station's week is what theirs add up to", async () => {
  const ground = await layLists();
  const { bureau, chief, officer, colleague, stationId } = ground;
  const other = await makeStation(bureau);
  const grid = await makeGrid(bureau, other);
  const neighbour = await field(bureau, other);
  await seat(bureau, grid.id, neighbour.memberId);
  const first = await task(ground, "一", "2026-03-05");
  const atOther = { ...ground, dispatcher: await bureau.signIn({ role: "DISPATCHER", unitId: other }) };
  await task(atOther, "二", "2026-03-06", { gridId: grid.id });
  await task(atOther, "三", "2026-03-12", { gridId: grid.id });
  await handIn(officer, first.id);
  goTo("2026-03-12T09:00");
  await reviewed(chief, "signWeek", { memberId: colleague.memberId, week });

  const ask = async (client: typeof chief, unitId: string) =>
    (await client.run(both, { unitId, from: week })) as {
      weekMatrix: Cell[];
      stationMatrix: (Cell & { members: number; signed: number; blank: number })[];
    };
  const all = await ask(bureau.administrator, bureau.rootId);
  const each = await Promise.all([stationId, other].map((unitId) => ask(bureau.administrator, unitId)));
  const sorted = (cells: object[]) => cells.map((cell) => JSON.stringify(cell)).toSorted();
  expect(sorted(all.weekMatrix)).toEqual(sorted(each.flatMap(({ weekMatrix }) => weekMatrix)));
  expect(all.stationMatrix).toHaveLength(4);
  for (const row of all.stationMatrix) {
    const own = all.weekMatrix.filter((cell) => cell.station.id === row.station.id && cell.week === row.week);
    const told = Object.fromEntries(counts.map((name) => [name, own.reduce((sum, cell) => sum + cell[name], 0)]));
    expect(row).toMatchObject({
      ...told,
      members: own.length,
      signed: own.filter(({ signedAt }) => signedAt).length,
      blank: own.filter(({ lines }) => lines === 0).length,
    });
  }
  const weekOf = (of: string, monday: string) =>
    all.stationMatrix.find((row) => row.station.id === of && row.week === monday)!;
  expect(weekOf(stationId, week)).toMatchObject({ waiting: 1, signed: 1 });
  expect(weekOf(other, week)).toMatchObject({ late: 1, members: 1 });
  expect(weekOf(other, nextWeek).late).toBe(1);

  const chiefs = await ask(chief, bureau.rootId);
  expect(new Set(chiefs.stationMatrix.map(({ station }) => station.id))).toEqual(new Set([stationId]));
  expect(sorted(chiefs.weekMatrix)).toEqual(sorted(each[0]!.weekMatrix));
});
