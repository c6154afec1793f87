import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { type DueItem, withGround } from "./ticks.store.ts";
import { openStates, workingStates } from "./work-actions.rules.ts";
import { itemColumns, type WorkItemRow } from "./work.store.ts";

/** How much open work seats of the grid have, but for runs, which end with the grid. */
export async function openAtGrid({ sql, bureauId }: Transaction, gridId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from work_items
    where bureau_id = ${bureauId} and grid_id = ${gridId} and duty is not null and kind <> 'RUN' and state = any(${[...openStates]})`;
  return row!.count;
}

type Moved = DueItem & { movesTo: string };

/** Open work of seats at grids that are another station's today, or at the one grid. */
export async function holdElsewhere(tx: Transaction, gridId: string | null, most: number): Promise<Moved[]> {
  const { sql, bureauId, now } = tx;
  const today = dayOf(now);
  const items = await sql<(WorkItemRow & { movesTo: string })[]>`
    select ${sql(itemColumns.map((column) => `i.${column}`))}, f.station_id as moves_to from work_items i
    join grid_facts f on f.bureau_id = i.bureau_id and f.grid_id = i.grid_id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today})
    where i.bureau_id = ${bureauId} and i.duty is not null and i.state = any(${[...openStates]}) and f.station_id <> i.station_id
      ${gridId ? sql`and i.grid_id = ${gridId}` : sql``}
    order by i.id limit ${most} for no key update of i`;
  const held = await withGround(
    tx,
    items.map(({ movesTo: _to, ...item }) => item),
  );
  return held.map((each) => Object.assign(each, { movesTo: items.find(({ id }) => id === each.item.id)!.movesTo }));
}

/** What is up to members who are gone, or to the one member, and no seat's. */
export async function holdLeftBehind(tx: Transaction, memberId: string | null, most: number): Promise<DueItem[]> {
  const { sql, bureauId, now } = tx;
  const items = await sql<WorkItemRow[]>`
    select ${sql(itemColumns.map((column) => `i.${column}`))} from work_items i
    where i.bureau_id = ${bureauId} and i.duty is null and i.state = any(${["ISSUED", ...workingStates]})
      and ${
        memberId
          ? sql`i.member_id = ${memberId}`
          : sql`i.member_id in (select m.id from members m where m.bureau_id = ${bureauId} and m.left_on <= ${dayOf(now)})`
      }
    order by i.id limit ${most} for no key update of i`;
  return withGround(tx, items);
}
