import { type Transaction, unawaited } from "#kernel/command";
import { asClock } from "#kernel/jobs/as-clock";
import { enqueue } from "#kernel/jobs/enqueue";
import type { Job } from "#kernel/jobs/job";
import { record } from "#kernel/record";
import { calendarOf, type WorkingCalendar } from "#modules/calendar";
import { workedOut } from "./clocks.ts";
import { type Clock, isRunning, rolledUp } from "./clocks.rules.ts";
import { isFor, type RuleFor } from "./deadline.rules.ts";
import { forAShortTime, gatherNotices, portion } from "./portions.ts";
import { holdOpenAfter, rulesInForce } from "./recompute.store.ts";
import { stepUnrecorded } from "./step.ts";
import type { DueItem } from "./ticks.store.ts";
import { byRule } from "./urgency.ts";
import { type DeadlineRuleRow } from "./rule-in-force.store.ts";
import { saveClocks } from "./clock.store.ts";
import { saveItem } from "./work.store.ts";

/** Open work is worked out anew, by the rules and the calendar in force: to be called where one of them has changed. */
export const recomputeOpen = (tx: Transaction) => enqueue(tx, recompute);

/** Goes through the bureau's open work once; what is as it should be by now is left alone, so that it may be begun anew. */
export const recompute: Job = {
  name: "work.recompute",
  async run(ctx) {
    const notices = gatherNotices(ctx);
    try {
      for (let last: string | undefined = ""; last !== undefined;) {
        ctx.signal.throwIfAborted();
        const from: string = last;
        last = await asClock({ ...ctx, announce: notices.announce }, (tx) => recomputePortion(tx, from));
      }
    } finally {
      notices.tell();
    }
  },
};

/** The last item of the portion, or nothing where it was the last one. */
async function recomputePortion(tx: Transaction, after: string): Promise<string | undefined> {
  const [rules, calendar] = [await rulesInForce(tx), await calendarOf(tx)];
  const items = await holdOpenAfter(tx, after, portion.most);
  const moved: { number: string; clocks: string[] }[] = [];
  const taken = await forAShortTime(items, async (held) => {
    const clocks = await moveClocks(tx, held, rules, calendar);
    if (clocks.length > 0) moved.push({ number: held.item.number, clocks });
  });
  if (moved.length > 0)
    await record(tx, {
      action: "deadlineRule.recompute",
      entity: { type: "Bureau", id: tx.bureauId },
      after: { moved },
    });
  return taken === items.length && items.length < portion.most ? undefined : items[taken - 1]!.item.id;
}

/** Same start, same pauses, same time granted. Gives the clocks whose due time has moved; each has its event. */
async function moveClocks(
  tx: Transaction,
  due: DueItem,
  rules: readonly (DeadlineRuleRow & RuleFor)[],
  calendar: WorkingCalendar,
): Promise<string[]> {
  const rule = rules.find((each) => isFor(each, due.item));
  const anew = (clock: Clock) => workedOut(clock.ruleId === null ? clock : byRule(clock, rule), calendar, due.pauses);
  const changed = due.clocks.filter(isRunning).flatMap((clock) => {
    const after = anew(clock);
    return differs(clock, after) ? [{ clock, after }] : [];
  });
  if (changed.length === 0) return [];
  const moved: string[] = [];
  let held = due;
  for (const { clock, after } of changed) {
    const clocks = held.clocks.map((each) => (each === clock ? after : each));
    const isMoved = clock.dueAt.getTime() !== after.dueAt.getTime();
    const item = isMoved ? await moveClock(tx, held, clocks, clock) : held.item;
    if (isMoved) moved.push(clock.clock);
    else await saveClocks(tx, item.id, held.clocks, clocks);
    held = Object.assign({}, held, { item, clocks });
  }
  await rollUp(tx, held);
  return moved;
}

async function moveClock(tx: Transaction, held: DueItem, clocks: readonly Clock[], { clock }: Clock) {
  const { after } = await stepUnrecorded(tx, held, "RECOMPUTE", { isOfTheClock: true, clocks, clock });
  return after;
}

const keys = ["unit", "budget", "ruleId", "calendarRevisionId"] as const;
const differs = (one: Clock, other: Clock) =>
  keys.some((key) => one[key] !== other[key]) ||
  one.dueAt.getTime() !== other.dueAt.getTime() ||
  one.warnAt.getTime() !== other.warnAt.getTime();

/** What the item bears of its clocks, and that the clock is to look at it: by another rule other things are to be told. */
async function rollUp(tx: Transaction, { item, clocks, pauses }: DueItem) {
  const isSuspended = item.suspendedSince !== null;
  const until = pauses.find(({ endsAt }) => endsAt === null)?.until;
  const rolled = rolledUp(clocks, { isSuspended, until });
  const change = { ...rolled, tickAt: isSuspended ? rolled.tickAt : tx.now };
  await unawaited(tx, saveItem(tx, item.id, change, { isUnseen: true }));
}
