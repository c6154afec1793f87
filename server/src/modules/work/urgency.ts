import { Conflict } from "#kernel/errors";
import { calendarOf } from "#modules/calendar";
import { worked } from "./clocks.ts";
import { type Clock, isRunning } from "./clocks.rules.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type { ChangeUrgencyInput } from "./work.inputs.ts";
import { type DeadlineRuleRow, ruleFor } from "./rule-in-force.store.ts";

/** The new urgency's rule from each running clock's own start, with the pauses and the time granted; what it does not ask for stays. */
export async function withUrgency({ tx, held, input, path }: Stepping<ChangeUrgencyInput>): Promise<Effect> {
  const { item, clocks, pauses } = held;
  if (item.urgency === input.urgency) throw new Conflict([{ path: [...path, "urgency"], code: "WORK_URGENCY_SAME" }]);
  const rule = await ruleFor(tx, { ...item, urgency: input.urgency });
  const under = clocks.map((clock) => (isRunning(clock) && clock.ruleId !== null ? byRule(clock, rule) : clock));
  return { change: { urgency: input.urgency }, clocks: worked(under, await calendarOf(tx), pauses) };
}

export function byRule(clock: Clock, rule: DeadlineRuleRow | undefined): Clock {
  const budget = rule && budgetOf(rule, clock);
  return rule && budget
    ? { ...clock, ruleId: rule.id, unit: rule.unit, budget, warnAtPercent: rule.warnAtPercent }
    : clock;
}

const budgetOf = (rule: DeadlineRuleRow, { clock, round }: Clock) =>
  clock === "ACCEPT"
    ? rule.acceptWithin
    : clock === "CLOSE"
      ? rule.closeWithin
      : round > 1
        ? (rule.reworkWithin ?? rule.feedbackWithin)
        : rule.feedbackWithin;
