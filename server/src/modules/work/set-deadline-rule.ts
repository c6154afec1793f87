import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import { changesOf, isNothing } from "#kernel/changes";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { ApplyDeadlinePresetInput, SetDeadlineRuleInput } from "./deadline.inputs.ts";
import { usualDeadlines } from "./deadline-preset.ts";
import { type AskedRule, faultsOfRule, isFor } from "./deadline.rules.ts";
import { lockRules, type RuleRow, ruleSet, succeedRules } from "./deadline.store.ts";
import { recomputeOpen } from "./recompute.ts";
import { maySetDeadlines } from "./work.policy.ts";

export function setDeadlineRule(ctx: Context, input: SetDeadlineRuleInput) {
  return inTransaction(ctx, "setDeadlineRule", input, async (tx) => {
    const rules = await lockRules(tx);
    authorizeBureau(tx.actor, maySetDeadlines);
    const { kind, urgency, unit, warnAtPercent, urgesWhenDueSoon, tellsAtAnyHour } = input;
    const asked: AskedRule = {
      kind,
      orderKind: input.orderKind ?? null,
      urgency,
      unit,
      acceptWithin: input.acceptWithin ?? null,
      feedbackWithin: input.feedbackWithin ?? null,
      closeWithin: input.closeWithin ?? null,
      reworkWithin: input.reworkWithin ?? null,
      warnAtPercent,
      escalateAfter: input.escalateAfter ?? null,
      urgesWhenDueSoon,
      tellsAtAnyHour,
    };
    const faults = faultsOfRule(asked);
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    const [rule] = await changedRules(tx, [asked], rules, reason);
    return { id: rule!.id };
  });
}

export function applyDeadlinePreset(ctx: Context, input: ApplyDeadlinePresetInput) {
  return inTransaction(ctx, "applyDeadlinePreset", input, async (tx) => {
    const rules = await lockRules(tx);
    authorizeBureau(tx.actor, maySetDeadlines);
    const faults = faultsOfRule(usualDeadlines[0]!);
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    const set = await changedRules(tx, usualDeadlines, rules, reason);
    return { ids: set.map(({ id }) => id) };
  });
}

/** The rules asked for, those that are in force already among them; open work is worked out by those that are new. */
async function changedRules(
  tx: Transaction,
  asked: readonly AskedRule[],
  rules: readonly RuleRow[],
  reason: string | null,
): Promise<RuleRow[]> {
  const pairs = asked.map((each) => ({ asked: each, current: rules.find((rule) => isFor(rule, each)) }));
  const isSame = ({ asked: each, current }: (typeof pairs)[number]) =>
    current !== undefined && isNothing(changesOf<AskedRule>(current, each));
  const changed = pairs.filter((pair) => !isSame(pair));
  if (changed.length === 0) return pairs.map(({ current }) => current!);
  const set = await succeedRules(tx, changed);
  await recomputeOpen(tx);
  await record(tx, ...set.map((rule, index) => ruleSet(rule, changed[index]!.current, reason)));
  return pairs.map((pair) => set.find((rule) => isFor(rule, pair.asked)) ?? pair.current!);
}

/** What a new bureau begins with. */
export async function setUsualDeadlines(tx: Transaction): Promise<void> {
  await succeedRules(
    tx,
    usualDeadlines.map((asked) => ({ asked, current: undefined })),
  );
}
