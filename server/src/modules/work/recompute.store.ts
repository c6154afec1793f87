import type { Transaction } from "#kernel/command";
import { type DueItem, withGround } from "./ticks.store.ts";
import { openStates } from "./work-actions.rules.ts";
import { type DeadlineRuleRow } from "./rule-in-force.store.ts";
import { itemColumns, type WorkItemRow } from "./work.store.ts";
import type { RuleFor } from "./deadline.rules.ts";

/** Open work behind an item by the order of ids, of which some clock runs. */
export async function holdOpenAfter(tx: Transaction, after: string, most: number): Promise<DueItem[]> {
  const { sql, bureauId } = tx;
  const items = await sql<WorkItemRow[]>`
    select ${sql(itemColumns)} from work_items i
    where bureau_id = ${bureauId} and state = any(${[...openStates]}) ${after ? sql`and id > ${after}` : sql``} and exists (
      select from work_clocks c where c.bureau_id = i.bureau_id and c.item_id = i.id and c.satisfied_at is null and c.void_at is null)
    order by id limit ${most} for no key update of i`;
  if (items.length === 0) return [];
  const held = await withGround(tx, items);
  return held.toSorted((one, other) => (one.item.id < other.item.id ? -1 : 1));
}

export const rulesInForce = ({ sql, bureauId, now }: Transaction): Promise<(DeadlineRuleRow & RuleFor)[]> => sql`
  select id, kind, order_kind, urgency, unit, accept_within, feedback_within, close_within, rework_within, warn_at_percent from deadline_rules
  where bureau_id = ${bureauId} and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`;
