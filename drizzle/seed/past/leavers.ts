import { addDays, dayIn, startOf } from "../days.ts";
import { addMember, type Assignment, type Draft, type Duty, type Member } from "../draft.ts";
import { usualHolders } from "../duty-holders.ts";
import { unitOf } from "./changes.ts";

const reasons: Record<Duty, readonly string[]> = {
  RESPONSIBLE_OFFICER: ["退休", "调离本局"],
  AUXILIARY: ["离职", "合同到期"],
  MEDIATOR: ["任期届满", "年事已高", "外出务工"],
  SECURITY_DIRECTOR: ["任期届满", "外出务工"],
  GRID_WORKER: ["离职", "合同到期"],
};

/** Of the seats that a neighbour looked after for a while, some had a holder before who left the bureau. */
export function addLeavers(draft: Draft, share: number): void {
  for (const interim of draft.assignments.filter(({ endReason }) => endReason === "新任人员到岗")) {
    const [from, to] = [interim.startsAt, interim.endsAt].map((at) => dayIn(new Date(at!)));
    const left = addDays(to!, -draft.pastRandom.int(15, 75));
    if (left < addDays(from!, 90) || !draft.pastRandom.chance(share)) continue;
    const leaver = addLeaver(draft, interim, left, draft.pastRandom.pick(reasons[interim.duty]));
    draft.assignments.push({
      ...interim,
      id: draft.newId(),
      memberId: leaver.id,
      endsAt: startOf(left),
      reason: "首次定岗",
      endReason: draft.leavings.get(leaver.id)!,
    });
    interim.startsAt = startOf(left);
  }
}

function addLeaver(draft: Draft, { gridId, duty, endsAt }: Assignment, leftOn: string, reason: string): Member {
  const successor = draft.assignments.find(
    (each) => each.gridId === gridId && each.duty === duty && each.startsAt === endsAt,
  )!;
  const unit = unitOf(draft, draft.members.find(({ id }) => id === successor.memberId)?.unitId);
  const [kind] = usualHolders[duty];
  const leaver = addMember(draft, unit, draft.formerPeople.next(kind!));
  leaver.leftOn = leftOn;
  draft.leavings.set(leaver.id, reason);
  return leaver;
}
