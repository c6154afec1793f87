import { dayIn } from "../days.ts";
import type { Answerer } from "./answering.ts";
import type { Clock, ClockKind, Pause } from "./clock.ts";
import type { Actor, Doing, Ledger } from "./ledger.ts";
import type { DeadlineRule, EventRow, Item, ItemRow, Matter, WorkState } from "./rows.ts";

export interface Effect {
  to?: WorkState;
  change?: Partial<ItemRow>;
  clocks?: readonly Clock[];
  begins?: Pause;
  ends?: Pause;
  reason?: string | null;
  clock?: ClockKind;
  feedback?: { type: string; id: string };
}

type Draft = Pick<
  ItemRow,
  | "kind"
  | "orderKind"
  | "stationId"
  | "gridId"
  | "duty"
  | "memberId"
  | "unitId"
  | "level"
  | "issuerUnitId"
  | "urgency"
  | "title"
> &
  Partial<Pick<ItemRow, "parentId" | "batchId" | "instructions" | "photosAtLeast" | "burdenMinutes" | "opensAt">> & {
    matter: Matter | null;
    dueAt?: Date;
    reason?: string | null;
  };

export function ruleFor(
  { rules }: Ledger,
  { kind, orderKind, urgency }: Pick<ItemRow, "kind" | "orderKind" | "urgency">,
) {
  return rules.find((rule) => rule.kind === kind && rule.orderKind === orderKind && rule.urgency === urgency)!;
}

/** Puts an item into the ledger, with its first event and its clocks. */
export function openItem(doing: Doing, { matter, dueAt, reason = null, ...draft }: Draft): Item {
  const { ledger, at, by } = doing;
  const state = draft.kind === "ORDER" || draft.unitId !== null ? "ISSUED" : "ACCEPTED";
  const eventId = newId(ledger, at);
  const opensAt = draft.opensAt ?? at;
  const clocks = firstClocks(ledger, draft, {
    startedAt: opensAt > at ? opensAt : at,
    isAccepted: state === "ACCEPTED",
    dueAt,
  });
  const row: ItemRow = {
    ...{ parentId: null, batchId: null, instructions: null, photosAtLeast: 0, burdenMinutes: null, opensAt },
    ...draft,
    ...{ id: newId(ledger, at), number: "", matterId: matter?.row.id ?? null, issuedBy: by.accountId },
    ...{
      state,
      stateSince: at,
      round: 1,
      returns: 0,
      card: null,
      suspendedSince: null,
      closedAt: null,
      closedOn: null,
    },
    ...{ outcome: null, submittedBy: null, feedbackType: null, feedbackId: null, lastSequence: 1, lastEventAt: at },
    ...{ lastEventId: eventId, version: 1, createdAt: at },
    ...ledger.draft.ledgerRules.rolledUp(clocks, { isSuspended: false }),
  };
  const item: Item = { row, clocks, pauses: [], matter };
  ledger.items.push(item);
  matter?.items.push(item);
  ledger.events.push({
    ...{
      itemId: row.id,
      sequence: 1,
      id: eventId,
      at,
      happenedAt: null,
      action: "ISSUE",
      fromState: null,
      toState: state,
      round: 1,
    },
    ...doerOf(by, ledger.answering.of(row, at)),
    ...addressIn(row),
    ...{ reason, clock: null, dueBefore: null, dueAfter: null, feedbackType: null, feedbackId: null },
  });
  const { kind, orderKind, gridId, duty, memberId, unitId, urgency, title } = row;
  const told = { number: "", kind, orderKind, gridId, duty, memberId, unitId, urgency, title };
  ledger.numbered.push({ row, told });
  doing.deeds.push({ action: "work.issue", entity: { type: "WorkItem", id: row.id }, after: told, reason });
  return item;
}

export const newId = ({ draft }: Ledger, at: Date) => draft.newId(at.getTime());

function firstClocks(
  ledger: Ledger,
  of: Pick<ItemRow, "kind" | "orderKind" | "urgency">,
  { startedAt, isAccepted, dueAt }: { startedAt: Date; isAccepted: boolean; dueAt?: Date | undefined },
): Clock[] {
  const rule = ruleFor(ledger, of);
  const begin = (clock: ClockKind, budget: number | null): Clock[] =>
    budget === null ? [] : [newClock(ledger, rule, { clock, budget, startedAt, startedSequence: 1, round: 1 })];
  return [
    ...(isAccepted ? [] : begin("ACCEPT", rule.acceptWithin)),
    ...(dueAt ? [clockByHand(ledger, startedAt, dueAt)] : begin("FEEDBACK", rule.feedbackWithin)),
    ...begin("CLOSE", rule.closeWithin),
  ];
}

const running = { satisfiedAt: null, breachedAt: null, voidAt: null };

export function newClock(
  ledger: Ledger,
  { id: ruleId, unit, warnAtPercent }: DeadlineRule,
  of: Pick<Clock, "clock" | "budget" | "startedAt" | "startedSequence" | "round">,
): Clock {
  const basis = { ...of, unit, extendedBy: 0, warnAtPercent };
  const due = ledger.draft.ledgerRules.dueBy(ledger.calendar, basis, []);
  return {
    ...running,
    ...basis,
    ...due,
    id: newId(ledger, of.startedAt),
    ruleId,
    calendarRevisionId: ledger.calendar.revisionId,
  };
}

/** In hundredths, of a due time that was set by hand. */
const usualWarning = 20;

export function clockByHand(ledger: Ledger, startedAt: Date, dueAt: Date): Clock {
  const budget = Math.round((dueAt.getTime() - startedAt.getTime()) / 60_000);
  const warnAt = new Date(dueAt.getTime() - (budget * usualWarning * 60_000) / 100);
  return {
    ...running,
    ...{
      id: newId(ledger, startedAt),
      clock: "FEEDBACK",
      round: 1,
      ruleId: null,
      calendarRevisionId: null,
      unit: "MINUTES",
    },
    ...{ startedAt, startedSequence: 1, budget, extendedBy: 0, warnAtPercent: usualWarning, dueAt, warnAt },
  };
}

const told = ["state", "gridId", "duty", "memberId", "unitId", "level", "urgency", "card", "outcome", "round"] as const;

/** Takes a step of an item, with its event, its clocks and what the log tells of it. */
export function step(doing: Doing, item: Item, action: string, effect: Effect = {}): void {
  const { ledger, at, by } = doing;
  const before = { ...item.row };
  const { ledgerRules } = ledger.draft;
  const met = ledgerRules.meets(action);
  const given = effect.clocks ?? item.clocks;
  const clocks = met.length > 0 ? ledgerRules.satisfied(given, met, at) : given;
  const { row } = item;
  Object.assign(row, effect.change);
  row.state = effect.to ?? ledgerRules.stateAfter(action) ?? before.state;
  if (row.state !== before.state) row.stateSince = at;
  row.lastSequence += 1;
  row.lastEventAt = at;
  row.lastEventId = newId(ledger, at);
  row.version += 1;
  const isSuspended = row.suspendedSince !== null;
  const { isLate, ...rolled } = ledgerRules.rolledUp(clocks, {
    isSuspended,
    until: isSuspended ? (effect.begins ?? item.pauses.find(({ endsAt }) => endsAt === null))?.until : null,
  });
  Object.assign(row, rolled, { isLate: row.isLate || isLate });
  const { reason = null, feedback } = effect;
  ledger.events.push({
    ...{ itemId: row.id, sequence: row.lastSequence, id: row.lastEventId, at, happenedAt: null, action },
    ...{ fromState: before.state, toState: row.state, round: row.round },
    ...doerOf(by, ledger.answering.of(before, at)),
    ...addressIn(row),
    ...{ reason, feedbackType: feedback?.type ?? null, feedbackId: feedback?.id ?? null },
    ...dueMoved(item.clocks, clocks, effect.clock),
  });
  item.clocks = clocks;
  if (effect.begins) item.pauses.push(effect.begins);
  if (effect.ends) item.pauses = item.pauses.map((pause) => (pause.id === effect.ends!.id ? effect.ends! : pause));
  const keys = told.filter((key) => before[key] !== row[key]);
  const pick = (from: ItemRow) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  const name = `work.${action.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  doing.deeds.push({
    action: name,
    entity: { type: "WorkItem", id: row.id },
    before: pick(before),
    after: pick(row),
    reason,
  });
}

function dueMoved(before: readonly Clock[], after: readonly Clock[], kind?: ClockKind) {
  const wasOf = (clock: Clock) => before.find(({ id }) => id === clock.id);
  const isMoved = (clock: Clock) => wasOf(clock)?.dueAt.getTime() !== clock.dueAt.getTime();
  const about = after.findLast((clock) => (kind ? clock.clock === kind : wasOf(clock) !== undefined && isMoved(clock)));
  const moved = about && isMoved(about) ? about : undefined;
  return {
    clock: about?.clock ?? null,
    dueBefore: (moved && wasOf(moved))?.dueAt ?? null,
    dueAfter: moved?.dueAt ?? null,
  };
}

const addressIn = ({ gridId, duty, memberId, unitId, level }: ItemRow) => ({ gridId, duty, memberId, unitId, level });

type Doer = Pick<
  EventRow,
  "accountId" | "actorName" | "actorMemberId" | "onBehalfOfId" | "cause" | "source" | "answeredById"
>;

function doerOf({ accountId, name, memberId }: Actor, answerers: readonly Answerer[]): Doer {
  const own = answerers.find((each) => each.memberId !== null && each.memberId === memberId);
  return {
    ...{ accountId, actorName: name, actorMemberId: memberId, cause: "PERSON", source: own ? "PHONE" : "DESK" },
    onBehalfOfId: own && own.holderId !== memberId ? own.holderId : null,
    answeredById: (own ?? answerers.find((each) => each.memberId !== null))?.memberId ?? null,
  };
}

/** What all ways of closing have in common. */
export const closing = ({ ledger, at }: Doing, { clocks }: Item, outcome: ItemRow["outcome"]): Effect => ({
  to: "CLOSED",
  change: { outcome, closedAt: at, closedOn: dayIn(at) },
  clocks: ledger.draft.ledgerRules.satisfied(clocks, ["ACCEPT", "FEEDBACK", "CLOSE"], at),
});
