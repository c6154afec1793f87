import { type Clock, isRunning } from "./clocks.rules.ts";

export type TickKind = "DUE_SOON" | "URGED" | "OVERDUE" | "ESCALATED" | "MISSED";

/** What a rule asks for besides its times. */
export interface Telling {
  escalateAfter: number | null;
  urgesWhenDueSoon: boolean;
  tellsAtAnyHour: boolean;
}

export interface Told {
  clockId: string;
  kind: TickKind;
  level: number;
  at: Date;
}

/** An instant at which something is to be told of a clock. */
export interface Threshold {
  kind: TickKind;
  clock: Clock;
  at: Date;
}

export interface TickGround {
  clocks: readonly Clock[];
  told: readonly Told[];
  level: number;
  /** Whether its state lets it go up a level. */
  mayGoUp: boolean;
  wentUpAt: Date | null;
  /** So many days after the time for its feedback it is missed; null for never. */
  missedAfterDays: number | null;
  tellingOf(clock: Clock): Telling | undefined;
  /** So many minutes of the clock's own time after an instant. */
  after(clock: Clock, at: Date, minutes: number): Date;
}

/** What is still to be told of running clocks, the first first. Once a time has passed, nobody is told any more that it will. */
export function thresholds(ground: TickGround, now: Date): Threshold[] {
  const all = ground.clocks.filter(isRunning).flatMap((clock) => thresholdsOf(clock, ground, now));
  return all.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function thresholdsOf(clock: Clock, ground: TickGround, now: Date): Threshold[] {
  const { told, level } = ground;
  const telling = ground.tellingOf(clock);
  const isUntold = ({ kind, at }: Threshold) =>
    !told.some(
      (each) =>
        each.clockId === clock.id &&
        each.kind === kind &&
        (kind === "ESCALATED" ? each.level === level : each.at.getTime() === at.getTime()),
    );
  const missedAfter = clock.clock === "FEEDBACK" ? ground.missedAfterDays : null;
  // What is missed as soon as it is overdue is told of once.
  const may: Threshold[] = missedAfter === 0 ? [] : [{ kind: "OVERDUE", clock, at: clock.dueAt }];
  if (now < clock.dueAt && clock.warnAt < clock.dueAt) {
    may.push({ kind: "DUE_SOON", clock, at: clock.warnAt });
    if (telling?.urgesWhenDueSoon) may.push({ kind: "URGED", clock, at: clock.warnAt });
  }
  if (missedAfter !== null)
    may.push({ kind: "MISSED", clock, at: new Date(clock.dueAt.getTime() + missedAfter * dayMs) });
  const up = ground.mayGoUp && telling?.escalateAfter ? goesUpAt(clock, telling.escalateAfter, ground) : null;
  if (up) may.push({ kind: "ESCALATED", clock, at: up });
  return may.filter(isUntold);
}

const dayMs = 86_400_000;

/** So long after its due time; whoever it went up to last has as long again. */
function goesUpAt(clock: Clock, minutes: number, { wentUpAt, after }: TickGround): Date {
  const first = after(clock, clock.dueAt, minutes);
  const next = wentUpAt && after(clock, wentUpAt, minutes);
  return next && next > first ? next : first;
}
