import { recheckDraws, rechecks } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { accountOf } from "#kernel/actor";
import { newId } from "#kernel/ids";
import { inCommand, raw, readingIn, sql as fragment } from "#kernel/read";
import { nameOfActor } from "#modules/auth";
import { hasLeft, isAbsent } from "#modules/members";
import type { Drawn, PoolItem } from "./drawing.ts";
import { monthBeside } from "./month.rules.ts";
import { rolesOfCheckers } from "./recheck.policy.ts";
import { perMonthOf } from "./recheck.rows.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;

/** What the station has closed in the month and was not drawn yet, each with those who did it or accepted it. */
export const candidatesOf = ({ sql, bureauId }: Place, stationId: string, month: string) => sql<PoolItem[]>`
  select i.id, coalesce((
    select jsonb_agg(distinct who.member_id) from work_events e
    cross join lateral unnest(array[e.actor_member_id, e.on_behalf_of_id, i.submitted_by]) who (member_id)
    where e.bureau_id = i.bureau_id and e.item_id = i.id and e.action in ('SUBMIT', 'FILL_LATE', 'SUPPLEMENT', 'CLOSE', 'FOLLOW_UP', 'RETURN')
      and who.member_id is not null), '[]') as without
  from work_items i
  where i.bureau_id = ${bureauId} and i.station_id = ${stationId} and i.closed_on >= ${month} and i.closed_on < ${monthBeside(month, 1)}
    and i.kind <> 'RECEIPT' and i.outcome in ('ACCEPTED', 'FOLLOWED_UP')
    and not exists (select from rechecks r where r.bureau_id = i.bureau_id and r.item_id = i.id and r.round = i.round)
  order by i.id`;

/** Officers of the station who are there today and whose account sees its work. */
export async function checkersOf(tx: Transaction, stationId: string): Promise<string[]> {
  const { sql, bureauId } = tx;
  const [today, reading] = [dayOf(tx.now), readingIn(tx)];
  const isThere = fragment`not ${hasLeft({ id: raw("m.id"), leftOn: raw("m.left_on") }, reading)} and not ${isAbsent(raw("m.id"), reading)}`;
  const rows = await sql<{ id: string }[]>`
    with recursive below (id) as (
      select ${stationId}::uuid union all
      select u.id from below join units u on u.bureau_id = ${bureauId} and u.parent_id = below.id
    ), above (id, parent_id) as (
      select u.id, u.parent_id from units u where u.bureau_id = ${bureauId} and u.id = ${stationId} union all
      select u.id, u.parent_id from above join units u on u.bureau_id = ${bureauId} and u.id = above.parent_id
    )
    select m.id from members m
    join member_units own on own.bureau_id = m.bureau_id and own.member_id = m.id and own.starts_on <= ${today} and (own.ends_on is null or own.ends_on > ${today})
    where m.bureau_id = ${bureauId} and m.kind = 'OFFICER' and own.unit_id in (select id from below) and ${inCommand(tx, isThere)}
      and exists (select from accounts a join role_grants held on held.bureau_id = a.bureau_id and held.account_id = a.id
        where a.bureau_id = m.bureau_id and a.member_id = m.id and a.disabled_at is null and held.role = any(${[...rolesOfCheckers]})
          and held.unit_id in (select id from above))
    order by m.id`;
  return rows.map(({ id }) => id);
}

/** Whoever draws from the month's work waits for the one before. Gives how many are to be drawn, and how many draws there were. */
export async function holdMonth(tx: Transaction, stationId: string, month: string) {
  const { sql, bureauId } = tx;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rechecks of ${bureauId} ${stationId} ${month}`}, 0))`;
  const [row] = await sql<{ perMonth: number; draws: number }[]>`
    select ${inCommand(tx, perMonthOf(raw("s.id"), readingIn(tx)))} as per_month, (select count(*)::int from recheck_draws d
      where d.bureau_id = ${bureauId} and d.station_id = s.id and d.month = ${month}) as draws
    from (select ${stationId}::uuid as id) s`;
  return row!;
}

/** Stations of whose work of the month nothing was drawn yet. */
export async function stationsToDraw({ sql, bureauId }: Place, month: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select u.id from units u where u.bureau_id = ${bureauId} and u.kind = 'STATION' and not exists (
      select from recheck_draws d where d.bureau_id = u.bureau_id and d.station_id = u.id and d.month = ${month}) order by u.id`;
  return rows.map(({ id }) => id);
}

export interface DrawRow {
  stationId: string;
  month: string;
  number: number;
  asked: number;
  seed: string;
  pool: string;
  digest: string;
  candidates: number;
  checkers: number;
  reason: string | null;
}

export async function insertDraw(tx: Transaction, draw: DrawRow, { items, passedOver }: Drawn): Promise<string> {
  const { sql, bureauId, actor, now } = tx;
  const id = newId(now.getTime());
  const by = { drawnAt: now.toISOString(), drawnBy: accountOf(actor), drawer: await nameOfActor(tx) };
  await insertNow(tx, recheckDraws, [{ id, ...draw, drawn: items.length, passedOver, ...by }]);
  const work = await sql<{ id: string; round: number; closedOn: string; submittedBy: string | null }[]>`
    select id, round, closed_on::text as closed_on, submitted_by from work_items
    where bureau_id = ${bureauId} and id = any(${items.map(({ itemId }) => itemId)}::uuid[])`;
  const known = new Map(work.map((item) => [item.id, item]));
  const { stationId, month } = draw;
  await insertNow(
    tx,
    rechecks,
    items.map(({ place, itemId, checkerId }) => {
      const { round, closedOn, submittedBy: doneById } = known.get(itemId)!;
      return {
        id: newId(),
        drawId: id,
        stationId,
        month,
        place,
        itemId,
        round,
        closedOn,
        doneById,
        checkerId,
        createdAt: by.drawnAt,
      };
    }),
  );
  return id;
}
