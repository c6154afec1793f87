import type { Transaction } from "#kernel/command";
import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import type { Consequence } from "#kernel/question";
import { changingKind, joining, leaving, standingIn, transferring } from "#modules/members";
import { endSeats } from "./ending.store.ts";
import { successionOf } from "./succession.ts";
import {
  dutiesNotFor,
  firstSeatBefore,
  type HeldSeat,
  lockSeatsElsewhere,
  lockSeatsPast,
  seatsNotFor,
} from "./seats-of-member.store.ts";

const fault = (field: string, code: string, { grid, gridCode }: Pick<HeldSeat, "grid" | "gridCode">, more = {}) => ({
  path: ["input", field],
  code,
  params: { grid, gridCode, ...more },
});

/** Seats held past the day end with it where that is wanted; one that is over by now keeps the member until then. */
leaving.answeredBy(async (tx, { member, on, mayEnd, successors, reason }) => {
  const taken = await successionOf(tx, member.id, { on, successors, reason });
  const seats = await lockSeatsPast(tx, member.id, startOfDay(on));
  const isTaken = ({ id }: HeldSeat) => successors.some(({ assignmentId }) => assignmentId === id);
  const faults = seats.flatMap((seat) => leavingFaults(seat, tx.now, mayEnd || isTaken(seat)));
  return [ending(tx, seats, on, reason, faults), taken];
});

function leavingFaults(seat: HeldSeat, now: Date, mayEnd: boolean): FieldFault[] {
  if (seat.endsAt && seat.endsAt <= now) return [fault("on", "MEMBER_HELD_SEAT_LATER", seat)];
  return mayEnd ? [] : [fault("on", "MEMBER_HOLDS_SEAT", seat)];
}

transferring.answeredBy(async (tx, { member, unitId, on, seats: choice, reason }) => {
  const seats = await lockSeatsElsewhere(tx, member.id, unitId, startOfDay(on));
  const faults = choice === null ? seats.map((seat) => fault("seats", "MEMBER_HOLDS_SEAT_ELSEWHERE", seat)) : [];
  return [ending(tx, choice === "END" ? seats : [], on, reason, faults)];
});

const ending = (
  tx: Transaction,
  seats: readonly HeldSeat[],
  on: string,
  reason: string | null,
  faults: FieldFault[],
): Consequence => ({
  faults,
  act: () =>
    endSeats(
      tx,
      seats.map(({ id }) => id),
      startOfDay(on),
      reason,
    ),
});

changingKind.answeredBy(async (tx, { member, kind }) =>
  (await seatsNotFor(tx, member.id, kind)).map((seat) => fault("kind", "MEMBER_KIND_HOLDS_SEAT", seat)),
);

/** Nobody held a seat before they joined. */
joining.answeredBy(async (tx, { member, joinedOn }) => {
  const seat = await firstSeatBefore(tx, member.id, startOfDay(joinedOn));
  return seat ? [fault("joinedOn", "MEMBER_HELD_SEAT_EARLIER", seat, { on: dayOf(seat.startsAt) })] : [];
});

/** Who stands in for a holder must be of a kind that may hold each of the duties held at the time. */
standingIn.answeredBy(async (tx, { member, substitute, ...time }) => {
  const { name, badge, kind } = substitute;
  return (await dutiesNotFor(tx, member.id, kind, time)).map(({ grid, duty }) => ({
    path: ["input", "substituteId"],
    code: "SUBSTITUTE_MAY_NOT_HOLD",
    params: { member: name, badge, kind, grid, duty },
  }));
});
