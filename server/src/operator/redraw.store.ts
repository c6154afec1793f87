import type { Sql } from "#kernel/database/in-bureau";
import type { DrawnItem } from "../modules/rechecks/index.ts";

export interface KeptDraw {
  id: string;
  station: string;
  month: string;
  number: number;
  seed: string;
  pool: string;
  drawnAt: Date;
  /** What the audit log says of it; null where it says nothing. */
  told: { seed: string; digest: string; asked: number; items: DrawnItem[] } | null;
}

export const drawsOf = (sql: Sql, bureauId: string, id: string | undefined) => sql<KeptDraw[]>`
  select d.id, u.name as station, d.month::text as month, d.number, d.seed, d.pool, d.drawn_at, e.after as told from recheck_draws d
  join units u on u.bureau_id = d.bureau_id and u.id = d.station_id
  left join audit_entries e on e.bureau_id = d.bureau_id and e.action = 'recheck.draw' and e.entity_type = 'RecheckDraw' and e.entity_id = d.id
  where d.bureau_id = ${bureauId} ${id ? sql`and d.id = ${id}::uuid` : sql``} order by d.month, u.name, d.number`;

export interface KeptRecheck extends DrawnItem {
  turn: number;
  number: string;
  checker: string;
  badge: string;
}

export const rechecksOf = (sql: Sql, bureauId: string, drawId: string) => sql<KeptRecheck[]>`
  select r.place, r.item_id, r.checker_id, r.turn, i.number, m.name as checker, m.badge from rechecks r
  join work_items i on i.bureau_id = r.bureau_id and i.id = r.item_id join members m on m.bureau_id = r.bureau_id and m.id = r.checker_id
  where r.bureau_id = ${bureauId} and r.draw_id = ${drawId} order by r.place`;

/** Of these items, those that are no longer as they were when they might be drawn. */
export const changedSince = (sql: Sql, bureauId: string, ids: readonly string[], month: string) => sql<
  { number: string; state: string }[]
>`
  select i.number, i.state from work_items i where i.bureau_id = ${bureauId} and i.id = any(${[...ids]}::uuid[])
    and (i.closed_on is null or date_trunc('month', i.closed_on)::date <> ${month}::date) order by i.number`;
