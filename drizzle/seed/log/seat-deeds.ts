import { dayIn, startOf } from "../days.ts";
import type { Assignment, Draft } from "../draft.ts";
import { gridOn } from "../past/changes.ts";
import { type Deed, instantOf } from "./log.ts";

export const firstDayOf = ({ startsAt }: Assignment) => dayIn(new Date(startsAt));
export const lastDayOf = ({ endsAt }: Assignment) => (endsAt ? dayIn(new Date(endsAt)) : null);

export const ended = ({ id, endsAt, endReason = null }: Assignment): Deed => ({
  action: "assignment.end",
  entity: { type: "Assignment", id },
  before: { endsAt: null },
  after: { endsAt: endsAt ? instantOf(endsAt) : null },
  reason: endReason,
});

/** The seats of a grid or a member that ended with a day. */
export const endedWith = (draft: Draft, day: string, of: Partial<Pick<Assignment, "gridId" | "memberId">>) =>
  draft.assignments.filter(
    ({ gridId, memberId, endsAt }) => endsAt === startOf(day) && (gridId === of.gridId || memberId === of.memberId),
  );

export function assigned(draft: Draft, assignment: Assignment): Deed {
  const { id, gridId, memberId, duty, startsAt, concurrentPost = null, reason = null } = assignment;
  const grid = draft.grids.find((each) => each.id === gridId)!;
  const { name: member, badge } = draft.members.find((each) => each.id === memberId)!;
  return {
    action: "assignment.assign",
    entity: { type: "Assignment", id },
    after: {
      ...{ gridId, grid: gridOn(draft, grid, firstDayOf(assignment)).name, memberId, member, badge, duty },
      ...{ startsAt: instantOf(startsAt), endsAt: null, concurrentPost },
    },
    reason,
  };
}
