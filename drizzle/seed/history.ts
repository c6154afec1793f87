import { addDays } from "./days.ts";
import { assign, type Draft, type Duty, type Grid, type Member } from "./draft.ts";

export interface Seat {
  grid: Grid;
  member: Member;
}

const posts = ["村（居）委会委员", "村（居）民小组长", "村（居）务监督委员会委员"];

/**
 * Fills the seats of one duty within one station so that the holders given are today's, with a past behind some of them:
 * two who changed places, or a newcomer who took a grid over from a neighbour.
 */
export function fillSeats(draft: Draft, duty: Duty, seats: readonly Seat[]): void {
  const { random } = draft;
  const rest = random.shuffled(seats);
  while (rest.length > 0) {
    const seat = rest.pop() as Seat;
    const other = rest.findIndex((each) => each.member !== seat.member);
    const [partner] = other >= 0 && random.chance(0.15) ? rest.splice(other, 1) : [];
    const neighbour = seats.find((each) => each.member !== seat.member);
    if (partner) changePlaces(draft, duty, seat, partner);
    else if (neighbour && random.chance(0.12)) takeOver(draft, duty, seat, neighbour.member);
    else
      assign(draft, seat.grid, duty, seat.member, {
        from: earlyDay(draft),
        reason: "首次定岗",
        ...concurrentPost(draft, duty),
      });
  }
}

function changePlaces(draft: Draft, duty: Duty, one: Seat, other: Seat): void {
  const from = earlyDay(draft);
  const to = lateDay(draft);
  for (const [seat, earlier] of [
    [one, other.member],
    [other, one.member],
  ] as const) {
    assign(draft, seat.grid, duty, earlier, { from, to, reason: "首次定岗", endReason: "轮岗" });
    assign(draft, seat.grid, duty, seat.member, { from: to, reason: "轮岗" });
  }
}

function takeOver(draft: Draft, duty: Duty, seat: Seat, earlier: Member): void {
  const to = lateDay(draft);
  assign(draft, seat.grid, duty, earlier, { from: earlyDay(draft), to, reason: "暂时兼管", endReason: "新任人员到岗" });
  assign(draft, seat.grid, duty, seat.member, { from: to, reason: "新任到岗", ...concurrentPost(draft, duty) });
}

/** Most seats were filled in the first quarter of 2024, the last ones by mid-2025. */
function earlyDay({ random }: Draft): string {
  return random.chance(0.7) ? addDays("2024-01-08", random.int(0, 80)) : addDays("2024-04-01", random.int(0, 420));
}

const lateDay = ({ random }: Draft) => addDays("2025-07-01", random.int(0, 430));

function concurrentPost({ random }: Draft, duty: Duty) {
  const isOfVillage = duty === "AUXILIARY" || duty === "SECURITY_DIRECTOR";
  return isOfVillage && random.chance(0.15) ? { concurrentPost: random.pick(posts) } : {};
}
