import type { Transaction } from "#kernel/command";
import { Conflict, type FieldFault, Forbidden } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { type Deed, record } from "#kernel/record";
import { rolledUp, satisfied } from "./clocks.rules.ts";
import type { Clock } from "./clocks.rules.ts";
import { doerOf } from "./doer.ts";
import { beginPause, endPause } from "./pause.store.ts";
import { keeping, stepped } from "./questions.ts";
import { auditActionOf, isChosen, ruleOf, type WorkAction, type WorkEventAction } from "./work-actions.rules.ts";
import type { ClockKind, WorkState } from "./work.enums.ts";
import { keepMoved, saveClocks } from "./clock.store.ts";
import {
  type HeldItem,
  insertEvent,
  type ItemChange,
  type PauseRow,
  saveStep,
  type WorkItemRow,
} from "./work.store.ts";
import { keepPast } from "./past.store.ts";

/** What a step does besides its state. */
export interface Effect {
  /** Where it is not the state that the table names. */
  to?: WorkState;
  change?: Partial<WorkItemRow>;
  clocks?: readonly Clock[];
  /** A pause that begins, or that was one and is put on record. */
  begins?: PauseRow;
  ends?: PauseRow;
  reason?: string | null;
  happenedAt?: Date | null;
  /** The clock whose due time it was about. */
  clock?: ClockKind;
  /** Nobody's doing: whoever has looked at the item may go on from what was seen. */
  isOfTheClock?: boolean;
  feedback?: { type: string; id: string };
}

export interface Stepped {
  action: WorkEventAction;
  before: WorkItemRow;
  after: WorkItemRow;
  /** Of the event that tells of it. */
  eventId: string;
}

/** Refuses an action that the item's state, or who asks, does not allow. */
export function assertMay({ item, may }: HeldItem, action: WorkAction, path: FieldFault["path"] = ["input", "id"]) {
  if (may.includes(action)) return;
  const { from, whileSuspended } = ruleOf(action);
  const isNow = from.includes(item.state) && (item.suspendedSince === null || whileSuspended !== undefined);
  if (isNow && (item.suspendedSince === null) === (whileSuspended !== "ONLY"))
    throw new Forbidden([{ path, code: "WORK_NOT_YOURS", params: { number: item.number } }]);
  throw new Conflict([{ path, code: "WORK_NOT_NOW", params: { number: item.number, state: stateOf(item) } }]);
}

/** The same, with why a later module keeps it from being taken. */
export async function assertMayNow(
  tx: Transaction,
  held: HeldItem,
  action: WorkAction,
  path: FieldFault["path"] = ["input", "id"],
) {
  if (!held.may.includes(action)) {
    const faults = await keeping.ask(tx, { item: held.item, action });
    if (faults.length > 0) throw new Conflict(faults.map(({ code, params }) => ({ path, code, params })));
  }
  assertMay(held, action, path);
}

const stateOf = ({ state, suspendedSince }: WorkItemRow) => (suspendedSince === null ? state : "SUSPENDED");

/** The only way in which the state of work changes: with its event, its clocks, its audit row, and what follows from it. */
export async function step(
  tx: Transaction,
  held: HeldItem,
  action: WorkEventAction,
  effect: Effect = {},
): Promise<Stepped> {
  const done = await stepUnrecorded(tx, held, action, effect);
  await record(tx, deedOf(done, effect.reason), ...(await stepped.ask(tx, done)));
  return done;
}

/** For one of many steps that are recorded together. */
export async function stepUnrecorded(
  tx: Transaction,
  held: HeldItem,
  action: WorkEventAction,
  effect: Effect,
): Promise<Stepped> {
  const { item: before } = held;
  const to = effect.to ?? (isChosen(action) ? ruleOf(action).to : undefined) ?? before.state;
  const sequence = before.lastSequence + 1;
  const eventId = newId();
  const clocks = met(effect.clocks ?? held.clocks, action, tx.now);
  const after: WorkItemRow = {
    ...before,
    ...effect.change,
    state: to,
    stateSince: to === before.state ? before.stateSince : tx.now,
    lastSequence: sequence,
    version: before.version + (effect.isOfTheClock ? 0 : 1),
  };
  const open = effect.begins ?? held.pauses.find(({ endsAt }) => endsAt === null);
  const until = after.suspendedSince === null ? null : open?.until;
  const rolled = rolledUp(clocks, { isSuspended: after.suspendedSince !== null, until });
  after.isLate = before.isLate || rolled.isLate;
  const change: ItemChange = {
    ...effect.change,
    ...rolled,
    isLate: after.isLate,
    state: after.state,
    stateSince: after.stateSince,
    lastSequence: sequence,
    ...(!effect.isOfTheClock && { lastEventAt: tx.now }),
    lastEventId: eventId,
  };
  await saveStep(tx, before.id, change, { isUnseen: effect.isOfTheClock === true });
  if (clocks !== held.clocks) await saveClocks(tx, before.id, held.clocks, clocks);
  if (effect.begins) await beginPause(tx, before.id, effect.begins);
  if (effect.ends) await endPause(tx, effect.ends.id, effect.ends.endsAt ?? tx.now);
  await insertEvent(tx, after, {
    id: eventId,
    sequence,
    action,
    fromState: before.state,
    toState: to,
    round: after.round,
    ...doerOf(tx, held.answerers),
    happenedAt: effect.happenedAt?.toISOString() ?? null,
    reason: effect.reason ?? null,
    ...dueMoved(held.clocks, clocks, effect.clock),
    feedbackType: effect.feedback?.type ?? null,
    feedbackId: effect.feedback?.id ?? null,
  });
  await keepMoved(tx, sequence, held.clocks, clocks);
  await keepPast(tx, before, after);
  return { action, before, after, eventId };
}

/** As the table has it. */
function met(clocks: readonly Clock[], action: WorkEventAction, now: Date): readonly Clock[] {
  const kinds = isChosen(action) ? ruleOf(action).meets : undefined;
  return kinds ? satisfied(clocks, kinds, now) : clocks;
}

/** The clock that the step is about, named or the last that has moved, and its due time before and after where that is another one. */
function dueMoved(before: readonly Clock[], after: readonly Clock[], kind?: ClockKind) {
  const wasOf = (clock: Clock) => before.find(({ id }) => id === clock.id);
  const isMoved = (clock: Clock) => wasOf(clock)?.dueAt.getTime() !== clock.dueAt.getTime();
  const about = after.findLast((clock) => (kind ? clock.clock === kind : wasOf(clock) !== undefined && isMoved(clock)));
  const moved = about && isMoved(about) ? about : undefined;
  return {
    clock: about?.clock ?? null,
    dueBefore: (moved && wasOf(moved))?.dueAt.toISOString() ?? null,
    dueAfter: moved?.dueAt.toISOString() ?? null,
  };
}

const told = ["state", "gridId", "duty", "memberId", "unitId", "level", "urgency", "card", "outcome", "round"] as const;

export function deedOf({ action, before, after }: Stepped, reason?: string | null): Deed {
  const keys = told.filter((key) => before[key] !== after[key]);
  const pick = (row: WorkItemRow) => Object.fromEntries(keys.map((key) => [key, row[key]]));
  return {
    action: auditActionOf(action),
    entity: { type: "WorkItem", id: before.id },
    before: pick(before),
    after: pick(after),
    reason: reason ?? null,
  };
}
