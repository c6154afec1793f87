import { deadlineRules } from "@maple-bridge/drizzle/tables";
import { insertNow, reckoned, type Transaction, update } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import type { AskedRule, RuleContent } from "./deadline.rules.ts";

export type RuleRow = AskedRule & { id: string; revision: number };

/** The rules in force. Whoever changes them waits for the one before. */
export async function lockRules({ sql, bureauId }: Transaction): Promise<RuleRow[]> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  return sql<RuleRow[]>`
    select id, kind, order_kind, urgency, revision, unit, accept_within, feedback_within, close_within, rework_within, warn_at_percent,
      escalate_after, urges_when_due_soon, tells_at_any_hour
    from deadline_rules where bureau_id = ${bureauId} and ends_at is null`;
}

/** Each in the place of the one before, from now on. */
export async function succeedRules(
  tx: Transaction,
  rules: readonly { asked: AskedRule; current: RuleRow | undefined }[],
): Promise<RuleRow[]> {
  const ended = rules.flatMap(({ current }) => current?.id ?? []);
  // A server's time may lie a little before that of the one that began it.
  const endings = await update(tx, deadlineRules, ended, {
    endsAt: reckoned("greatest(starts_at, $)", tx.now),
  });
  const begins = new Map(endings.map(({ id, after }) => [id, (after.endsAt as unknown as Date).toISOString()]));
  const rows = rules.map(({ asked, current }) => ({ ...asked, id: newId(), revision: (current?.revision ?? 0) + 1 }));
  const now = tx.now.toISOString();
  await insertNow(
    tx,
    deadlineRules,
    rows.map((row, index) => {
      const startsAt = begins.get(rules[index]!.current?.id ?? "") ?? now;
      return Object.assign({ startsAt, endsAt: null, createdAt: now }, row);
    }),
  );
  return rows;
}

export const contentOf = ({
  id: _i,
  revision: _r,
  kind: _k,
  orderKind: _o,
  urgency: _u,
  ...content
}: RuleRow): RuleContent => content;

export function ruleSet(rule: RuleRow, current: RuleRow | undefined, reason: string | null): Deed {
  const { kind, orderKind, urgency } = rule;
  return {
    action: "deadlineRule.set",
    entity: { type: "DeadlineRule", id: rule.id },
    before: current ? contentOf(current) : null,
    after: { kind, orderKind, urgency, ...contentOf(rule) },
    reason,
  };
}
