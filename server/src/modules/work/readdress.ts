import { authorize, type Transaction } from "#kernel/command";
import { Conflict } from "#kernel/errors";
import { calendarOf } from "#modules/calendar";
import { addressOf, type Addressed } from "./address.ts";
import { type Above, levelsAbove } from "./address.store.ts";
import { type Clock, voided } from "./clocks.rules.ts";
import { firstState, newClock } from "./open-item.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import { mayIssueWork } from "./work.policy.ts";
import type { ReaddressWorkInput, ReasonedStepInput } from "./work.inputs.ts";
import type { WorkState } from "./work.enums.ts";
import { ruleFor } from "./rule-in-force.store.ts";
import { type HeldItem } from "./work.store.ts";

const begun = new Set<WorkState>(["ACCEPTED", "ARRIVED", "RETURNED"]);

export async function readdressed({ tx, held, input, reason, path }: Stepping<ReaddressWorkInput>): Promise<Effect> {
  const to = await addressOf(tx, input.to, [...path, "to"]);
  if (to.stationId !== held.item.stationId) authorize(tx.actor, mayIssueWork, to.stationId);
  if (begun.has(held.item.state) && reason === null)
    throw new Conflict([{ path: [...path, "reason"], code: "REQUIRED" }]);
  return goneTo(tx, held, to);
}

/** To whoever is one level above: what it is due by stays. */
export async function escalated({ tx, held, path }: Stepping<ReasonedStepInput>): Promise<Effect> {
  const effect = await goneUp(tx, held);
  if (!effect) throw new Conflict([{ path: [...path, "id"], code: "WORK_NO_LEVEL_ABOVE" }]);
  return effect;
}

/** Nothing where no level is above. */
export async function goneUp(tx: Transaction, held: HeldItem): Promise<Effect | undefined> {
  const { item } = held;
  const above = (await levelsAbove(tx, item)).find(({ level }) => level < item.level);
  return above && goneToUnit(tx, held, above);
}

export function goneToUnit(tx: Transaction, held: HeldItem, { unitId, level }: Above): Promise<Effect> {
  const { gridId, stationId } = held.item;
  return goneTo(tx, held, {
    gridId,
    duty: null,
    memberId: null,
    unitId,
    level,
    stationId,
    unitKind: null,
    answerers: [],
  });
}

/** It is to be accepted anew, in a time of its own; the other clocks go on. */
async function goneTo(tx: Transaction, { item, clocks }: HeldItem, to: Addressed): Promise<Effect> {
  const { gridId, duty, memberId, unitId, stationId, level } = to;
  const state = firstState({ ...item, unitId: to.unitId });
  return {
    to: state,
    change: { gridId, duty, memberId, unitId, stationId, level },
    clocks: state === "ISSUED" ? await withAcceptance(tx, item, clocks) : clocks,
  };
}

async function withAcceptance(tx: Transaction, item: HeldItem["item"], clocks: readonly Clock[]): Promise<Clock[]> {
  const rule = await ruleFor(tx, item);
  const ended = voided(clocks, tx.now, ["ACCEPT"]);
  if (!rule?.acceptWithin) return ended;
  const clock = newClock(await calendarOf(tx), {
    clock: "ACCEPT",
    budget: rule.acceptWithin,
    rule,
    round: item.round,
    startedAt: tx.now,
    startedSequence: item.lastSequence + 1,
  });
  return [...ended, clock];
}
