import { accountOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { type WorkingCalendar } from "#modules/calendar";
import { dueBy } from "./clocks.ts";
import { type Clock, type ClockBasis, rolledUp } from "./clocks.rules.ts";
import { doerOf } from "./doer.ts";
import { stepped } from "./questions.ts";
import { auditActionOf } from "./work-actions.rules.ts";
import type { ClockKind, TimeUnit, WorkState } from "./work.enums.ts";
import { type DeadlineRuleRow } from "./rule-in-force.store.ts";
import { usualWarning } from "./clock.store.ts";
import { type Answerer, insertItem, type WorkItemRow } from "./work.store.ts";

/** What is issued: where it goes, about what, and when it opens. */
export type Draft = Pick<
  WorkItemRow,
  | "number"
  | "kind"
  | "orderKind"
  | "matterId"
  | "parentId"
  | "batchId"
  | "stationId"
  | "gridId"
  | "duty"
  | "memberId"
  | "unitId"
  | "level"
  | "issuerUnitId"
  | "urgency"
  | "title"
  | "instructions"
  | "photosAtLeast"
  | "burdenMinutes"
  | "opensAt"
> & {
  /** Set by hand, in place of the rule's: 24:00 of a day, say. */
  dueAt?: Date | null;
  answerers: readonly Answerer[];
  reason?: string | null;
};

interface Ground {
  rule: DeadlineRuleRow | undefined;
  calendar: WorkingCalendar;
}

const noRun = {
  templateId: null,
  templateVersionId: null,
  occurrenceOn: null,
  seatDuty: null,
  windowEndsOn: null,
  graceDays: null,
  lateDays: null,
  missedAt: null,
};

/** A run, and what a seat or a member is tasked with, need no acceptance; nor does a receipt, but for one that is handed on. Of a unit somebody has to claim it. */
export const firstState = ({ kind, unitId, parentId }: Pick<WorkItemRow, "kind" | "unitId" | "parentId">): WorkState =>
  kind === "ORDER" || unitId !== null || (kind === "RECEIPT" && parentId !== null) ? "ISSUED" : "ACCEPTED";

/** Puts an item into the ledger, with its first event and its clocks. */
export async function openItem(
  tx: Transaction,
  { answerers, dueAt, reason, ...draft }: Draft,
  { rule, calendar }: Ground,
) {
  const state = firstState(draft);
  const eventId = newId();
  const startedAt = draft.opensAt > tx.now ? draft.opensAt : tx.now;
  const clocks = clocksOfNew(rule, calendar, { startedAt, dueAt: dueAt ?? null, isAccepted: state === "ACCEPTED" });
  const item: WorkItemRow = {
    ...draft,
    ...noRun,
    id: newId(tx.now.getTime()),
    issuedBy: accountOf(tx.actor),
    state,
    stateSince: tx.now,
    round: 1,
    returns: 0,
    card: null,
    suspendedSince: null,
    closedAt: null,
    closedOn: null,
    outcome: null,
    returnAskedAt: null,
    isLate: false,
    submittedBy: null,
    feedbackType: null,
    feedbackId: null,
    lastSequence: 1,
    version: 1,
  };
  const { version: _, ...row } = item;
  const kept = { ...row, ...rolledUp(clocks, { isSuspended: false }), lastEventAt: tx.now, lastEventId: eventId };
  await insertItem(tx, kept, clocks, {
    id: eventId,
    sequence: 1,
    action: "ISSUE",
    fromState: null,
    toState: state,
    round: 1,
    ...doerOf(tx, answerers),
    happenedAt: null,
    reason: reason ?? null,
    clock: null,
    dueBefore: null,
    dueAfter: null,
    feedbackType: null,
    feedbackId: null,
  });
  const { id, number, kind, orderKind, gridId, duty, memberId, unitId, urgency, title } = item;
  await record(
    tx,
    {
      action: auditActionOf("ISSUE"),
      entity: { type: "WorkItem", id },
      after: { number, kind, orderKind, gridId, duty, memberId, unitId, urgency, title },
      reason: reason ?? null,
    },
    ...(await stepped.ask(tx, { action: "ISSUE", before: item, after: item, eventId })),
  );
  return item;
}

/** The clocks that begin when it is issued. */
export function clocksOfNew(
  rule: DeadlineRuleRow | undefined,
  calendar: WorkingCalendar,
  { startedAt, dueAt, isAccepted }: { startedAt: Date; dueAt: Date | null; isAccepted: boolean },
): Clock[] {
  const begun: Clock[] = [];
  const begin = (clock: ClockKind, budget: number | null | undefined) => {
    if (budget) begun.push(newClock(calendar, { clock, budget, rule: rule!, startedAt, startedSequence: 1, round: 1 }));
  };
  if (!isAccepted) begin("ACCEPT", rule?.acceptWithin);
  if (dueAt) begun.push(clockByHand({ startedAt, dueAt, round: 1, startedSequence: 1 }));
  else begin("FEEDBACK", rule?.feedbackWithin);
  begin("CLOSE", rule?.closeWithin);
  return begun;
}

interface Beginning extends Pick<Clock, "clock" | "startedAt" | "startedSequence" | "round" | "budget"> {
  rule: Pick<DeadlineRuleRow, "id" | "unit" | "warnAtPercent">;
}

export function newClock(calendar: WorkingCalendar, { rule, ...of }: Beginning): Clock {
  const basis: ClockBasis = {
    startedAt: of.startedAt,
    unit: rule.unit,
    budget: of.budget,
    extendedBy: 0,
    warnAtPercent: rule.warnAtPercent,
  };
  return {
    ...running,
    ...of,
    ...basis,
    id: newId(),
    ruleId: rule.id,
    calendarRevisionId: calendar.revisionId,
    ...dueBy(calendar, basis, []),
  };
}

const running = { satisfiedAt: null, breachedAt: null, voidAt: null };
const handUnit: TimeUnit = "MINUTES";

/** A due time that was set by hand is so many minutes away: it moves with pauses, and with time granted. */
export function clockByHand({
  startedAt,
  dueAt,
  ...of
}: { dueAt: Date } & Pick<Clock, "startedAt" | "round" | "startedSequence">): Clock {
  const budget = Math.max(0, Math.round((dueAt.getTime() - startedAt.getTime()) / 60_000));
  return {
    ...running,
    id: newId(),
    ...of,
    clock: "FEEDBACK",
    ruleId: null,
    calendarRevisionId: null,
    unit: handUnit,
    startedAt,
    budget,
    extendedBy: 0,
    warnAtPercent: usualWarning,
    dueAt,
    warnAt: new Date(dueAt.getTime() - (budget * usualWarning * 60_000) / 100),
  };
}
