import { assignments } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { findSeen, lockSeen } from "#kernel/read";
import type { Deed } from "#kernel/record";
import { type GridRow, lockGrid } from "#modules/grids";
import type { Candidate, Ground, Held } from "./assignment.rules.ts";
import { Assignment } from "./assignment.types.ts";

export interface AssignmentRow extends Held {
  id: string;
  concurrentPost: string | null;
  endReason: string | null;
  version: number;
}

/** The assignment with its grid, which is held before it; both until the command ends. */
export async function lockAssignment(
  tx: Transaction,
  id: string,
  field: string,
): Promise<{ assignment: AssignmentRow; grid: GridRow }> {
  const path = ["input", field];
  const { gridId } = await findSeen<Kept>(tx, Assignment, id, ["gridId"], path);
  const grid = await lockGrid(tx, gridId, path);
  const { startsAt: from, endsAt: to, ...kept } = await lockSeen<Kept>(tx, Assignment, id, columns, path);
  const [holder] = await tx.sql<Pick<AssignmentRow, "member" | "badge">[]>`
    select name as member, badge from members where bureau_id = ${tx.bureauId} and id = ${kept.memberId}`;
  return { assignment: { ...kept, from, to, ...holder! }, grid };
}

interface Kept extends Omit<AssignmentRow, "from" | "to" | "member" | "badge"> {
  startsAt: Date;
  endsAt: Date | null;
}

const columns = [
  "id",
  "gridId",
  "duty",
  "memberId",
  "startsAt",
  "endsAt",
  "concurrentPost",
  "endReason",
  "version",
] as const satisfies (keyof Kept)[];

/** Their ids, in the candidates' order. */
export async function insertAssignments(
  tx: Transaction,
  candidates: readonly Candidate[],
  replaced?: Pick<AssignmentRow, "id" | "endReason">,
): Promise<string[]> {
  const rows = candidates.map(({ gridId, memberId, duty, from, to, concurrentPost, reason }) => ({
    id: newId(tx.now.getTime()),
    gridId,
    memberId,
    duty,
    startsAt: from.toISOString(),
    endsAt: to?.toISOString() ?? null,
    concurrentPost,
    reason,
    ...(replaced && { replacesId: replaced.id, replacedEndReason: replaced.endReason }),
  }));
  await insert(tx, assignments, rows);
  return rows.map((row) => row.id);
}

export const assigned = (
  id: string,
  { gridId, memberId, duty, from, to, concurrentPost, reason }: Candidate,
  { grids, members }: Ground,
): Deed => ({
  action: "assignment.assign",
  entity: { type: "Assignment", id },
  after: {
    gridId,
    grid: grids.get(gridId)!.name,
    memberId,
    member: members.get(memberId)!.name,
    badge: members.get(memberId)!.badge,
    duty,
    startsAt: from.toISOString(),
    endsAt: to?.toISOString() ?? null,
    concurrentPost,
  },
  reason,
});
