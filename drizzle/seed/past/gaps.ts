import { startOf } from "../days.ts";
import type { Assignment, Draft, Duty, Member } from "../draft.ts";

interface Gap {
  left: string;
  back: string;
  leftBecause: string;
  backBecause: string;
}

/** Somebody left and was taken on again. */
export function leftFor(draft: Draft, member: Member, { left, back, leftBecause, backBecause }: Gap): void {
  draft.breaks.push({ memberId: member.id, startsOn: left, endsOn: back, reason: backBecause, leftBecause });
}

/** Somebody with a seat left and was taken on again; a neighbour of the station looked after the seat meanwhile. */
export function leftSeat(draft: Draft, duty: Duty, gap: Gap): void {
  const seats = plainSeats(draft, duty);
  const seat = draft.pastRandom.pick(seats);
  const stationOf = (gridId: string) => draft.grids.find(({ id }) => id === gridId)?.stationId;
  const neighbour = seats.find((each) => each !== seat && stationOf(each.gridId) === stationOf(seat.gridId))!;
  leftSeatFor(draft, seat, neighbour.memberId, gap);
}

/** The seat went with the leaving, was looked after by another one, and was held again since the return. */
function leftSeatFor(draft: Draft, seat: Assignment, substituteId: string, gap: Gap): void {
  const member = draft.members.find(({ id }) => id === seat.memberId)!;
  leftFor(draft, member, gap);
  const { concurrentPost = null, ...post } = seat;
  const [left, back] = [startOf(gap.left), startOf(gap.back)];
  draft.assignments.push(
    {
      ...post,
      id: draft.newId(),
      memberId: substituteId,
      startsAt: left,
      endsAt: back,
      reason: "暂时兼管",
      endReason: "原任人员返岗",
    },
    { ...post, id: draft.newId(), startsAt: back, reason: "返岗", concurrentPost },
  );
  Object.assign(seat, { endsAt: left, endReason: gap.leftBecause });
}

/** A seat held since the beginning by somebody who holds no other one. */
export function plainSeats(draft: Draft, duty: Duty): Assignment[] {
  const held = new Map<string, number>();
  for (const { memberId } of draft.assignments) held.set(memberId, (held.get(memberId) ?? 0) + 1);
  return draft.assignments.filter(
    (each) => each.duty === duty && !each.endsAt && each.startsAt < "2024-04" && held.get(each.memberId) === 1,
  );
}
