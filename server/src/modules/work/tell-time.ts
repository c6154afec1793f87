import type { Transaction } from "#kernel/command";
import { asClock } from "#kernel/jobs/as-clock";
import type { Job } from "#kernel/jobs/job";
import { message } from "#kernel/messages";
import { addWorkingMinutes, calendarOf, isWorking, nextOpening, type WorkingCalendar } from "#modules/calendar";
import { type Clock, voided } from "./clocks.rules.ts";
import { resumed } from "./effects.ts";
import { forAShortTime, gatherNotices, portion } from "./portions.ts";
import { goneUp } from "./readdress.ts";
import { type Effect, step } from "./step.ts";
import { type DueItem, holdDue, keepTick, saveNextTicks } from "./ticks.store.ts";
import { type Threshold, thresholds, type TickGround, type TickKind } from "./ticks.rules.ts";
import { openStates, ruleOf, type WorkEventAction } from "./work-actions.rules.ts";

/** Tells of what time has brought about in the bureau's work: each once, whenever the server gets to it. */
export const tellTime: Job = {
  name: "work.tellTime",
  due: ({ writes }, now) =>
    writes<{ bureauId: string }[]>`select bureau_id from bureaus_with_work_due(${now}) as bureau_id`,
  async run(ctx) {
    const notices = gatherNotices(ctx);
    try {
      for (let isMore = true; isMore;) {
        ctx.signal.throwIfAborted();
        isMore = await asClock({ ...ctx, announce: notices.announce }, tellPortion);
      }
    } finally {
      notices.tell();
    }
  },
};

/** Whether there may be more. */
async function tellPortion(tx: Transaction): Promise<boolean> {
  const due = await holdDue(tx, portion.most);
  if (due.length === 0) return false;
  const calendar = await calendarOf(tx);
  const next: { id: string; at: Date | null }[] = [];
  const taken = await forAShortTime(due, async (item) => {
    next.push({ id: item.item.id, at: await tell(tx, item, calendar) });
  });
  await saveNextTicks(tx, next);
  return taken < due.length || due.length === portion.most;
}

/** Tells all that is due of an item, and when to look at it again. */
async function tell(tx: Transaction, due: DueItem, calendar: WorkingCalendar): Promise<Date | null> {
  let held = due;
  const until = suspendedUntil(held);
  if (until && until <= tx.now) held = await resume(tx, held, until);
  if (held.item.suspendedSince !== null) return suspendedUntil(held);
  for (;;) {
    const left = thresholds(groundOf(held, calendar), tx.now);
    const first = left.find(({ at }) => at <= tx.now);
    if (!first) return left[0]?.at ?? null;
    held = await tellOf(tx, held, first, calendar);
  }
}

const suspendedUntil = ({ item, pauses }: DueItem) =>
  item.suspendedSince === null ? null : (pauses.find(({ endsAt }) => endsAt === null)?.until ?? null);

async function resume(tx: Transaction, held: DueItem, until: Date): Promise<DueItem> {
  const effect = await resumed(tx, held, until);
  const { after } = await step(tx, held, "RESUME", { ...effect, happenedAt: until });
  const pauses = held.pauses.map((pause) => (pause.id === effect.ends!.id ? effect.ends! : pause));
  return { ...held, item: after, clocks: effect.clocks!, pauses };
}

function groundOf(held: DueItem, calendar: WorkingCalendar): TickGround {
  const { item, clocks, told, wentUpAt, tellings } = held;
  return {
    clocks: openStates.some((state) => state === item.state) ? clocks : [],
    told,
    wentUpAt,
    level: item.level,
    missedAfterDays: item.state === "ACCEPTED" ? item.graceDays : null,
    mayGoUp: mayGoUp(item),
    tellingOf: ({ ruleId }) => (ruleId === null ? undefined : tellings.get(ruleId)),
    after: ({ unit }, at, minutes) =>
      unit === "MINUTES" ? new Date(at.getTime() + minutes * 60_000) : addWorkingMinutes(calendar, at, minutes),
  };
}

function mayGoUp({ level, state, kind }: DueItem["item"]): boolean {
  const { from, except = [] } = ruleOf("ESCALATE");
  return level > 0 && from.includes(state) && !except.includes(kind);
}

const toldBy: Readonly<Record<TickKind, WorkEventAction>> = {
  DUE_SOON: "DUE_SOON",
  URGED: "URGE",
  OVERDUE: "OVERDUE",
  ESCALATED: "ESCALATE",
  MISSED: "MISS",
};

async function tellOf(
  tx: Transaction,
  held: DueItem,
  threshold: Threshold,
  calendar: WorkingCalendar,
): Promise<DueItem> {
  const { kind, clock, at } = threshold;
  const told = [...held.told, { clockId: clock.id, kind, level: held.item.level, at }];
  const effect = await effectOf(tx, held, threshold);
  if (!effect) return { ...held, told };
  await keepTick(tx, held.item, threshold, waitsUntil(held, clock, calendar, tx.now));
  const { after } = await step(tx, held, toldBy[kind], { ...effect, happenedAt: at, clock: clock.clock });
  const wentUpAt = kind === "ESCALATED" ? tx.now : held.wentUpAt;
  return { ...held, item: after, clocks: effect.clocks ?? held.clocks, told, wentUpAt };
}

async function effectOf(tx: Transaction, held: DueItem, { kind, clock, at }: Threshold): Promise<Effect | undefined> {
  if (kind === "ESCALATED") {
    const reason = message("zh-CN", "WORK_WENT_UP_BY_RULE", { clock: message("zh-CN", `WORK_CLOCK_${clock.clock}`) });
    const up = await goneUp(tx, held);
    return up && { ...up, reason };
  }
  if (kind === "MISSED") return missed(tx, held, clock, at);
  if (kind !== "OVERDUE") return { isOfTheClock: true };
  return { isOfTheClock: true, clocks: breached(held.clocks, clock) };
}

const breached = (clocks: readonly Clock[], { id }: Clock): Clock[] =>
  clocks.map((each) => (each.id === id ? { ...each, breachedAt: each.breachedAt ?? each.dueAt } : each));

/** It is over, and stays missed whatever follows; nothing more is told of it. */
const missed = (tx: Transaction, { clocks }: DueItem, clock: Clock, at: Date): Effect => ({
  to: "MISSED",
  change: { missedAt: at },
  clocks: voided(breached(clocks, clock), tx.now),
});

/** Outside working time nobody is disturbed, unless the rule says so. */
function waitsUntil({ tellings }: DueItem, { ruleId }: Clock, calendar: WorkingCalendar, now: Date): Date | null {
  if (ruleId !== null && tellings.get(ruleId)?.tellsAtAnyHour) return null;
  return isWorking(calendar, now) ? null : nextOpening(calendar, now);
}
