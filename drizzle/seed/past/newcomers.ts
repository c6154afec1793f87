import { addDays, dayIn } from "../days.ts";
import type { Draft, Member, Unit } from "../draft.ts";
import type { MemberKind } from "../people.ts";
import { cameFrom } from "./changes.ts";

/** Of those who took a seat over as their first one, some were transferred to it from elsewhere in the bureau. */
export function transferNewcomers(
  draft: Draft,
  share: number,
  kinds: readonly MemberKind[],
  fromWhere: (member: Member) => readonly Unit[],
): void {
  for (const member of draft.members.filter(({ kind }) => kinds.includes(kind))) {
    const [first] = heldBy(draft, member);
    if (first?.reason !== "新任到岗" || draft.transfers.has(member.id) || !draft.pastRandom.chance(share)) continue;
    const on = dayIn(new Date(first.startsAt));
    const units = fromWhere(member).filter(({ id }) => id !== member.unitId);
    if (units.length === 0) continue;
    cameFrom(draft, member, on, draft.pastRandom.pick(units), "工作需要，调整充实社区警务力量");
    member.joinedOn = addDays(on, -draft.pastRandom.int(150, 1800));
  }
}

/** Where members belong to police rooms, who came from a grid of another one came from that room. */
export function moveBetweenRooms(draft: Draft): void {
  const roomOf = (gridId: string) => draft.grids.find(({ id }) => id === gridId)?.policeRoomId;
  for (const member of draft.members) {
    const held = heldBy(draft, member);
    const [last, before] = [held.at(-1), held.at(-2)];
    if (!last || before?.endsAt !== last.startsAt || roomOf(last.gridId) !== member.unitId) continue;
    const room = draft.units.find(({ id }) => id === roomOf(before.gridId));
    if (room && room.id !== member.unitId) cameFrom(draft, member, dayIn(new Date(last.startsAt)), room, "轮岗");
  }
}

const heldBy = ({ assignments }: Draft, { id }: Member) =>
  assignments
    .filter(({ memberId }) => memberId === id)
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
