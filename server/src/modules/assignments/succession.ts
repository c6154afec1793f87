import { authorize, type Transaction } from "#kernel/command";
import { startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import type { Consequence } from "#kernel/question";
import { mayAssignMembers } from "#modules/grids";
import type { Succession } from "#modules/members";
import { type Candidate, collisionsOfAll, faultsOfPeriod } from "./assignment.rules.ts";
import { assigned, insertAssignments } from "./assignment.store.ts";
import { groundOf } from "./ground.store.ts";
import { type SeatToTake, seatsToTake } from "./seats-of-member.store.ts";

interface Leaving {
  on: string;
  successors: readonly Succession[];
  reason: string | null;
}

/** Others take over some of the seats that somebody leaves, each the day it ends. */
export async function successionOf(tx: Transaction, memberId: string, leaving: Leaving): Promise<Consequence> {
  const { successors } = leaving;
  if (successors.length === 0) return { faults: [] };
  const seats = await seatsToTake(tx, memberId, startOfDay(leaving.on));
  const taken = successors.map(({ assignmentId }) => seats.find(({ id }) => id === assignmentId));
  const faults = unknown(successors, taken);
  if (faults.length > 0) return { faults };
  const candidates = successors.map((each, index) => candidateFor(taken[index]!, each, index, leaving));
  const ground = await groundOf(tx, candidates);
  for (const { stationId } of ground.grids.values()) authorize(tx.actor, mayAssignMembers, stationId);
  const held = ground.held.filter((one) => one.memberId !== memberId);
  return {
    faults: [
      ...candidates.flatMap((candidate) => faultsOfPeriod(candidate, tx.now)),
      ...leavesToo(memberId, candidates),
      ...collisionsOfAll(candidates, { ...ground, held }),
    ],
    async act() {
      const ids: string[] = [];
      for (const [index, candidate] of candidates.entries())
        ids.push(...(await insertAssignments(tx, [candidate], taken[index])));
      return candidates.map((candidate, index) => assigned(ids[index]!, candidate, ground));
    },
  };
}

const pathOf = (index: number): FieldFault["path"] => ["input", "successors", index];

const unknown = (successors: readonly Succession[], taken: readonly (SeatToTake | undefined)[]): FieldFault[] =>
  successors.flatMap(({ assignmentId }, index) => {
    const path = [...pathOf(index), "assignmentId"];
    if (!taken[index]) return [{ path, code: "SEAT_NOT_LEFT" }];
    const isFirst = successors.findIndex((each) => each.assignmentId === assignmentId) === index;
    return isFirst ? [] : [{ path, code: "SEAT_LEFT_TWICE" }];
  });

/** Nobody is their own successor. */
const leavesToo = (memberId: string, candidates: readonly Candidate[]): FieldFault[] =>
  candidates
    .filter((candidate) => candidate.memberId === memberId)
    .map(({ path }) => ({ path: [...path, "memberId"], code: "SUCCESSOR_LEAVES" }));

function candidateFor(
  { gridId, duty, startsAt, endsAt }: SeatToTake,
  { memberId }: Succession,
  index: number,
  { on, reason }: Leaving,
): Candidate {
  const day = new Date(startOfDay(on));
  return {
    path: pathOf(index),
    gridId,
    duty,
    memberId,
    from: startsAt > day ? startsAt : day,
    to: endsAt,
    concurrentPost: null,
    onlyIfVacant: false,
    reason,
  };
}
