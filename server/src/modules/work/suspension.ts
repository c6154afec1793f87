import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { calendarOf } from "#modules/calendar";
import { worked } from "./clocks.ts";
import { ask, decide, suspensionAsked } from "./request.store.ts";
import type { Effect } from "./step.ts";
import type { Stepping } from "./step-work.ts";
import type {
  AskForSuspensionInput,
  GrantSuspensionInput,
  ReasonedStepInput,
  SuspendWorkInput,
} from "./work.inputs.ts";
import type { HeldItem, PauseRow } from "./work.store.ts";

type Path = FieldFault["path"];

export async function askedForSuspension(stepping: Stepping<AskForSuspensionInput>): Promise<Effect> {
  const { tx, held, input, reason, path } = stepping;
  const [since, until] = [input.since ?? null, input.until ?? null];
  if (since) assertSince(held, since, tx.now, path);
  if (until) assertAfter(until, tx.now, path);
  await ask(tx, held.item, { kind: "SUSPENSION", since, until, reason: reason! });
  return { happenedAt: since };
}

/** It stands still from when it was asked for; from before that by the reason of who grants it. */
export async function grantedSuspension(stepping: Stepping<GrantSuspensionInput>): Promise<Effect> {
  const { tx, held, input, reason, path } = stepping;
  const asked = await suspensionAsked(tx, held.item);
  if (!asked) throw new Conflict([{ path: [...path, "id"], code: "WORK_NOTHING_ASKED" }]);
  const [startsAt, until] = [input.since ?? fromRequest(held, asked), input.until ?? asked.until];
  if (input.since) assertSince(held, input.since, tx.now, path);
  if (startsAt < asked.askedAt && reason === null)
    throw new Invalid([{ path: [...path, "reason"], code: "WORK_SUSPENDED_FROM_EARLIER" }]);
  if (until) assertAfter(until, startsAt, path);
  await decide(tx, asked.id, { isGranted: true, grantedFrom: startsAt, opinion: reason });
  return standsStill(stepping, { startsAt, until, reason: reason ?? asked.reason });
}

export async function refusedSuspension({ tx, held, reason, path }: Stepping<ReasonedStepInput>): Promise<Effect> {
  const asked = await suspensionAsked(tx, held.item);
  if (!asked) throw new Conflict([{ path: [...path, "id"], code: "WORK_NOTHING_ASKED" }]);
  await decide(tx, asked.id, { isGranted: false, opinion: reason });
  return {};
}

/** From now on, from when it was asked for, or from earlier on where who suspends it says so. What was asked for is granted with it. */
export async function suspended(stepping: Stepping<SuspendWorkInput>): Promise<Effect> {
  const { tx, held, input, reason, path } = stepping;
  const asked = await suspensionAsked(tx, held.item);
  const [startsAt, until] = [input.since ?? (asked ? fromRequest(held, asked) : tx.now), input.until ?? null];
  assertSince(held, startsAt, tx.now, path);
  if (until) assertAfter(until, tx.now, path);
  if (asked) await decide(tx, asked.id, { isGranted: true, grantedFrom: startsAt, opinion: reason });
  return standsStill(stepping, { startsAt, until, reason });
}

const latest = (...instants: readonly Date[]) => instants.reduce((a, b) => (a > b ? a : b));

/** The item had opened, and the pause before was over. */
const earliestOf = ({ item, pauses }: HeldItem) => latest(item.opensAt, ...pauses.map(({ endsAt }) => endsAt!));

/** From when it was asked for; where the item has stood still since, from the end of that. */
const fromRequest = (held: HeldItem, { askedAt }: { askedAt: Date }) => latest(askedAt, earliestOf(held));

function assertSince(held: HeldItem, since: Date, now: Date, path: Path) {
  if (since > now) throw new Invalid([{ path: [...path, "since"], code: "LIES_AHEAD" }]);
  if (since < earliestOf(held)) throw new Invalid([{ path: [...path, "since"], code: "WORK_SUSPENDED_BEFORE" }]);
}

function assertAfter(until: Date, from: Date, path: Path) {
  if (until <= from) throw new Invalid([{ path: [...path, "until"], code: "NOT_AHEAD" }]);
}

type Standstill = Pick<PauseRow, "startsAt" | "until" | "reason">;

/** Over already where it was granted after its end: then it counts at once. */
async function standsStill(
  { tx, held }: Stepping<{ id: string; idempotencyKey: string }>,
  of: Standstill,
): Promise<Effect> {
  const { startsAt, until } = of;
  const isOver = until !== null && until <= tx.now;
  const begins: PauseRow = { id: newId(), ...of, endsAt: isOver ? until : null };
  return {
    begins,
    happenedAt: startsAt < tx.now ? startsAt : null,
    ...(isOver
      ? { clocks: worked(held.clocks, await calendarOf(tx), [...held.pauses, begins]) }
      : { change: { suspendedSince: startsAt } }),
  };
}
