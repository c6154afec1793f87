import { gridFacts, grids } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { always } from "#kernel/dated";
import { changeAll } from "#kernel/dated.store";
import { dayOf } from "#kernel/day";
import { initialsOf } from "#kernel/pinyin";
import { type DatedFacts, factsTable, schemeOf } from "#modules/grids";
import type { ChangedGrid, GridPlan } from "./grid-plan.rules.ts";
import { GroundMoved } from "./ground-moved.ts";
import type { OpenedGrid } from "./seat-plan.rules.ts";
import { type Run, withInitials } from "./written-run.ts";

export async function insertGrids(tx: Transaction, created: GridPlan["created"]) {
  const rows: Parameters<typeof insertNow<typeof grids>>[2][number][] = [];
  const facts: Parameters<typeof insertNow<typeof gridFacts>>[2][number][] = [];
  for (const { stationId, policeRoomId, name, kind, complexity, ...grid } of created) {
    rows.push({ ...grid, codeScheme: schemeOf(grid.code) });
    facts.push(
      withInitials({ gridId: grid.id, startsOn: always, stationId, policeRoomId, name, kind, complexity, level: 3 }),
    );
  }
  await insertNow(tx, grids, rows);
  await insertNow(tx, gridFacts, facts);
}

/** As they were when it was planned, or not at all. What a grid is changes from the run's day on, today when none is given. */
export async function updateGrids(tx: Transaction, changed: readonly ChangedGrid[], { fileName, options }: Run) {
  const { sql, bureauId, now } = tx;
  const rows = changed.map(({ before, change }) => ({ ...before, ...change }));
  const updated = await sql`
    update grids g set opened_on = n."openedOn", division_id = n."divisionId", households = n.households, population = n.population, counted_year = n."countedYear", version = g.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, "openedOn" date, "divisionId" uuid, households int, population int, "countedYear" smallint, version int)
    where g.bureau_id = ${bureauId} and g.id = n.id and g.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
  const day = options.from ?? dayOf(now);
  await changeAll(
    tx,
    factsTable,
    changed.map(({ before: { id, ...before }, change }) => ({
      id,
      from: day <= (change.openedOn ?? before.openedOn) ? always : day,
      change: datedPartOf(change),
      reason: fileName,
    })),
  );
}

/** As they were when it was planned, or not at all. */
export async function openGridsEarlier({ sql, bureauId }: Transaction, opened: readonly OpenedGrid[]) {
  const updated = await sql`
    update grids g set opened_on = n."openedOn", version = g.version + 1
    from jsonb_to_recordset(${sql.json(opened as never)}) as n(id uuid, "openedOn" date, version int)
    where g.bureau_id = ${bureauId} and g.id = n.id and g.version = n.version`;
  if (updated.count < opened.length) throw new GroundMoved();
}

function datedPartOf({ name, kind, complexity, stationId, policeRoomId }: ChangedGrid["change"]): Partial<DatedFacts> {
  return {
    ...(name !== undefined && { name, nameInitials: initialsOf(name) }),
    ...(kind && { kind }),
    ...(complexity && { complexity }),
    ...(stationId && { stationId }),
    ...(policeRoomId !== undefined && { policeRoomId }),
  };
}
