import { workTicks } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import { inCommand, readingIn, rowUnder } from "#kernel/read";
import { workItems } from "@maple-bridge/drizzle/tables";
import { answerersOf } from "./answering.rows.ts";
import type { Telling, Threshold, Told } from "./ticks.rules.ts";
import { clocksOf } from "./clock.store.ts";
import { type Answerer, type HeldItem, itemColumns, type PauseRow, type WorkItemRow } from "./work.store.ts";

/** An item of which something is due, with what was told of it. */
export interface DueItem extends HeldItem {
  told: readonly Told[];
  wentUpAt: Date | null;
  tellings: ReadonlyMap<string, Telling>;
}

type Of<T> = T & { itemId: string };

/** Some of those that are due, the longest first, and of them those that nobody answers for; what somebody holds is left for the next look. */
export async function holdDue(tx: Transaction, most: number): Promise<DueItem[]> {
  const { sql, bureauId, now } = tx;
  const items = await sql<WorkItemRow[]>`
    select ${sql(itemColumns)} from work_items where bureau_id = ${bureauId} and tick_at <= ${now}
    order by tick_at limit ${most} for no key update skip locked`;
  return items.length === 0 ? [] : withGround(tx, items);
}

export async function withGround(tx: Transaction, items: readonly WorkItemRow[]): Promise<DueItem[]> {
  const { sql, bureauId } = tx;
  const ids = items.map(({ id }) => id);
  const row = rowUnder(workItems, "i");
  const [clocks, pauses, told, answering, rules] = await Promise.all([
    clocksOf(tx, ids),
    sql<Of<PauseRow>[]>`
      select item_id, id, starts_at, ends_at, until, reason from work_pauses where bureau_id = ${bureauId} and item_id = any(${ids}) order by starts_at`,
    sql<
      Of<Told>[]
    >`select item_id, clock_id, kind, level, at from work_ticks where bureau_id = ${bureauId} and item_id = any(${ids})`,
    sql<Of<{ answerers: Answerer[]; wentUpAt: Date | null }>[]>`
      select i.id as item_id, coalesce((
        select jsonb_agg(jsonb_build_object('holderId', a.holder_id, 'memberId', a.member_id) order by a.since, a.holder_id)
        from ${inCommand(tx, answerersOf(row, readingIn(tx)))} a), '[]') as answerers,
        (select max(e.at) from work_events e where e.bureau_id = i.bureau_id and e.item_id = i.id and e.action = 'ESCALATE') as went_up_at
      from work_items i where i.bureau_id = ${bureauId} and i.id = any(${ids})`,
    sql<(Telling & { id: string })[]>`
      select distinct r.id, r.escalate_after, r.urges_when_due_soon, r.tells_at_any_hour from work_clocks c
      join deadline_rules r on r.bureau_id = c.bureau_id and r.id = c.rule_id where c.bureau_id = ${bureauId} and c.item_id = any(${ids})`,
  ]);
  const tellings = new Map(rules.map(({ id, ...telling }) => [id, telling]));
  const of = <T extends { itemId: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ itemId }) => itemId === id);
  const due = items.map((item) => {
    const { answerers, wentUpAt } = answering.find(({ itemId }) => itemId === item.id)!;
    return {
      item,
      may: [],
      answerers,
      wentUpAt,
      tellings,
      clocks: of(clocks, item.id).map(({ itemId: _of, ...clock }) => clock),
      pauses: of(pauses, item.id).map(({ itemId: _of, ...pause }) => pause),
      told: of(told, item.id),
    };
  });
  const isVacant = ({ answerers }: HeldItem) => !answerers.some(({ memberId }) => memberId !== null);
  return due.toSorted((one, other) => Number(isVacant(other)) - Number(isVacant(one)));
}

export const keepTick = (
  tx: Transaction,
  { id, level }: Pick<WorkItemRow, "id" | "level">,
  { kind, clock, at }: Threshold,
  waitsUntil: Date | null,
) =>
  insert(tx, workTicks, [
    {
      itemId: id,
      clockId: clock.id,
      clock: clock.clock,
      round: clock.round,
      level,
      kind,
      at: at.toISOString(),
      toldAt: tx.now.toISOString(),
      waitsUntil: waitsUntil?.toISOString() ?? null,
    },
  ]);

/** When each is looked at again. */
export async function saveNextTicks({ sql, bureauId }: Transaction, next: readonly { id: string; at: Date | null }[]) {
  if (next.length === 0) return;
  await sql`
    update work_items i set tick_at = n.at
    from jsonb_to_recordset(${sql.json(next.map(({ id, at }) => ({ id, at: at?.toISOString() ?? null })))}) as n (id uuid, at timestamptz)
    where i.bureau_id = ${bureauId} and i.id = n.id`;
}
