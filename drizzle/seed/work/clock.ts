import type { openings } from "../../tables/calendar.ts";
import type { timeUnits } from "../../tables/deadlines.ts";
import type { clockKinds, workStates } from "../../tables/work.ts";

export type ClockKind = (typeof clockKinds)[number];

type WorkState = (typeof workStates)[number];

export interface Calendar {
  revisionId: string | null;
  number: number;
  shifts: readonly { startsMinute: number; endsMinute: number }[];
  days: ReadonlyMap<string, (typeof openings)[number]>;
  announcedYears: ReadonlySet<number>;
}

export interface Pause {
  id: string;
  startsAt: Date;
  endsAt: Date | null;
  until: Date | null;
  reason: string | null;
}

interface Basis {
  startedAt: Date;
  unit: (typeof timeUnits)[number];
  budget: number;
  extendedBy: number;
  warnAtPercent: number;
}

export interface Clock extends Basis {
  id: string;
  clock: ClockKind;
  round: number;
  ruleId: string | null;
  calendarRevisionId: string | null;
  startedSequence: number;
  dueAt: Date;
  warnAt: Date;
  satisfiedAt: Date | null;
  breachedAt: Date | null;
  voidAt: Date | null;
}

interface Rolled {
  nextDueAt: Date | string | null;
  warnAt: Date | string | null;
  tickAt: Date | null;
  dueOn: string | null;
  isLate: boolean;
}

/** The server's own state table and arithmetic of due times: the demo has none that could differ. */
export interface LedgerRules {
  dueBy(calendar: Calendar, basis: Basis, pauses: readonly Pause[]): { dueAt: Date; warnAt: Date };
  worked(clocks: readonly Clock[], calendar: Calendar, pauses: readonly Pause[]): Clock[];
  satisfied(clocks: readonly Clock[], kinds: readonly ClockKind[], at: Date): Clock[];
  voided(clocks: readonly Clock[], at: Date, kinds?: readonly ClockKind[]): Clock[];
  stateAfter(action: string): WorkState | undefined;
  meets(action: string): readonly ClockKind[];
  rolledUp(clocks: readonly Clock[], suspension: { isSuspended: boolean; until?: Date | null }): Rolled;
}
