import type { Transaction } from "#kernel/command";
import type { Clock } from "./clocks.rules.ts";
import type { WorkItemRow } from "./work.store.ts";

export interface DeadlineRuleRow {
  id: string;
  unit: Clock["unit"];
  acceptWithin: number | null;
  feedbackWithin: number | null;
  closeWithin: number | null;
  reworkWithin: number | null;
  warnAtPercent: number;
}

/** The rule in force for work of the kind and urgency; without one, its clocks do not run. */
export async function ruleFor(
  { sql, bureauId, now }: Transaction,
  { kind, orderKind, urgency }: Pick<WorkItemRow, "kind" | "orderKind" | "urgency">,
): Promise<DeadlineRuleRow | undefined> {
  const [rule] = await sql<DeadlineRuleRow[]>`
    select id, unit, accept_within, feedback_within, close_within, rework_within, warn_at_percent from deadline_rules
    where bureau_id = ${bureauId} and kind = ${kind} and order_kind is not distinct from ${orderKind} and urgency = ${urgency}
      and starts_at <= ${now} and (ends_at is null or ends_at > ${now})`;
  return rule;
}
