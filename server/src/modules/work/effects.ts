import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { newId } from "#kernel/ids";
import { calendarOf } from "#modules/calendar";
import { worked } from "./clocks.ts";
import { type Clock, isRunning, satisfied, unsatisfied, voided } from "./clocks.rules.ts";
import { clockByHand, newClock } from "./open-item.ts";
import type { Effect } from "./step.ts";
import { byRule } from "./urgency.ts";
import { everyClock } from "./work-actions.rules.ts";
import { decide, returnAsked } from "./request.store.ts";
import { ruleFor } from "./rule-in-force.store.ts";
import { type HeldItem, type PauseRow } from "./work.store.ts";

/** What the plain steps do: those that need nothing but the item, the moment and a reason. */
export const claimed = (tx: Transaction): Effect => ({ change: { memberId: tx.actor.memberId } });

/**
 * Who takes a submitted feedback back begins another round of it; its time goes on as if it had never been given, by the rule and
 * the calendar of today. What was missed and filled in late has no time left to go on: it is owed as what was returned is.
 */
export async function withdrawn(tx: Transaction, { item, clocks, pauses }: HeldItem): Promise<Effect> {
  const rule = await ruleFor(tx, item);
  const revived = unsatisfied(clocks, "FEEDBACK").map((clock, index) =>
    clock === clocks[index] || clock.ruleId === null ? clock : byRule(clock, rule),
  );
  return {
    ...(item.missedAt !== null && { to: "RETURNED" }),
    change: { round: item.round + 1, submittedBy: null },
    clocks: worked(revived, await calendarOf(tx), pauses),
  };
}

export const closed = (
  tx: Transaction,
  { clocks }: HeldItem,
  outcome: "ACCEPTED" | "FOLLOWED_UP" | "SETTLED" | "PASSED_ON" | "ISSUED_ON" = "ACCEPTED",
): Effect => ({
  to: "CLOSED",
  change: { outcome, closedAt: tx.now, closedOn: dayOf(tx.now) },
  clocks: satisfied(clocks, everyClock, tx.now),
});

export async function cancelled(tx: Transaction, held: HeldItem): Promise<Effect> {
  const { ends, clocks } = held.item.suspendedSince === null ? { clocks: held.clocks } : await resumed(tx, held);
  return { change: { suspendedSince: null }, clocks: voided(clocks!, tx.now), ...(ends && { ends }) };
}

/** A receipt ends with what became of its matter; one that was handed on and never accepted is cancelled. */
export async function receiptEnded(
  tx: Transaction,
  held: HeldItem,
  outcome: "ISSUED_ON" | "SETTLED" | "PASSED_ON",
): Promise<Effect> {
  if (held.item.state === "ISSUED") return { ...cancelled(tx, held), to: "CANCELLED" };
  if (held.item.suspendedSince === null) return closed(tx, held, outcome);
  const { clocks = held.clocks, ...goneOn } = await resumed(tx, held);
  const ended = closed(tx, { ...held, clocks }, outcome);
  return { ...goneOn, ...ended, change: { ...goneOn.change, ...ended.change } };
}

/** The next round, whose feedback has a time of its own. */
export async function returned(tx: Transaction, { item, clocks }: HeldItem, dueAt?: Date): Promise<Effect> {
  const round = item.round + 1;
  return {
    change: { round, returns: item.returns + 1, submittedBy: null },
    clocks: await withRework(tx, item, clocks, { round, dueAt }),
  };
}

/** What was not handed in is due again, in the same round: that its time had passed stays on record. */
export function dueAnew(tx: Transaction, { item, clocks }: HeldItem, dueAt: Date): Effect {
  const passed = clocks.map((clock) =>
    isRunning(clock) && clock.dueAt <= tx.now ? { ...clock, breachedAt: clock.breachedAt ?? clock.dueAt } : clock,
  );
  const of = { startedAt: tx.now, dueAt, round: item.round, startedSequence: item.lastSequence + 1 };
  return { clocks: [...voided(passed, tx.now, ["FEEDBACK"]), clockByHand(of)] };
}

/** By the rule, or by the time that was set by hand. */
async function withRework(
  tx: Transaction,
  item: HeldItem["item"],
  clocks: readonly Clock[],
  { round, dueAt }: { round: number; dueAt: Date | undefined },
): Promise<Clock[]> {
  const startedSequence = item.lastSequence + 1;
  if (dueAt)
    return [...voided(clocks, tx.now, ["FEEDBACK"]), clockByHand({ startedAt: tx.now, dueAt, round, startedSequence })];
  const rule = await ruleFor(tx, item);
  const budget = rule?.reworkWithin ?? rule?.feedbackWithin;
  if (!rule || !budget) return [...clocks];
  const begun = newClock(await calendarOf(tx), {
    clock: "FEEDBACK",
    budget,
    rule,
    round,
    startedAt: tx.now,
    startedSequence,
  });
  return [...voided(clocks, tx.now, ["FEEDBACK"]), begun];
}

interface Reopening {
  dueAt?: Date;
  opinion?: string | null;
}

/** The time in which it was closed does not count; a breach stays on record. Who reopens it grants what another one has asked for. */
export async function reopened(
  tx: Transaction,
  { item, clocks, pauses }: HeldItem,
  { dueAt, opinion = null }: Reopening = {},
): Promise<Effect> {
  const asked = item.returnAskedAt === null ? undefined : await returnAsked(tx, item);
  if (asked) await decide(tx, asked.id, { isGranted: true, opinion });
  const round = item.round + 1;
  const startsAt = item.closedAt ?? item.stateSince;
  const closedTime: PauseRow = { id: newId(), startsAt, endsAt: tx.now, until: null, reason: null };
  const revived = worked(unsatisfied(clocks, "CLOSE"), await calendarOf(tx), [...pauses, closedTime]);
  return {
    change: { round, closedAt: null, closedOn: null, outcome: null, submittedBy: null, returnAskedAt: null },
    clocks: await withRework(tx, item, revived, { round, dueAt }),
    begins: closedTime,
  };
}

/** The time that was left of each clock, in its own unit, is left again. */
export async function resumed(tx: Transaction, { clocks, pauses }: HeldItem, at = tx.now): Promise<Effect> {
  const open = pauses.find(({ endsAt }) => endsAt === null)!;
  const ended = { ...open, endsAt: at };
  return {
    change: { suspendedSince: null },
    ends: ended,
    clocks: worked(clocks, await calendarOf(tx), [...pauses.filter((pause) => pause !== open), ended]),
  };
}
