import { assignments } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import { type GridRow, lockGrid } from "#modules/grids";
import type { Candidate, Ground, Held } from "./assignment.rules.ts";

export interface AssignmentRow extends Held {
  id: string;
  concurrentPost: string | null;
  version: number;
}

/** The assignment with its grid, which is held until the command ends. */
export async function lockAssignment(
  tx: Transaction,
  id: string,
  field: string,
): Promise<{ assignment: AssignmentRow; grid: GridRow }> {
  const path = ["input", field];
  const { sql, bureauId } = tx;
  const [place] = isId(id)
    ? await sql<{ gridId: string }[]>`select grid_id from assignments where bureau_id = ${bureauId} and id = ${id}`
    : [];
  if (!place) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  const grid = await lockGrid(tx, place.gridId, path);
  const [assignment] = await sql<AssignmentRow[]>`
    select a.id, a.grid_id, a.duty, a.member_id, a.starts_at as "from", a.ends_at as "to", a.concurrent_post, a.version, m.name as member, m.badge
    from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
    where a.bureau_id = ${bureauId} and a.id = ${id} for update of a`;
  return { assignment: assignment!, grid };
}

/** Their ids, in the candidates' order. */
export async function insertAssignments(tx: Transaction, candidates: readonly Candidate[]): Promise<string[]> {
  const rows = candidates.map(({ gridId, memberId, duty, from, to, concurrentPost, reason }) => ({
    id: newId(tx.now.getTime()),
    gridId,
    memberId,
    duty,
    startsAt: from.toISOString(),
    endsAt: to?.toISOString() ?? null,
    concurrentPost,
    reason,
  }));
  await insert(tx, assignments, rows);
  return rows.map((row) => row.id);
}

export async function endAt(
  { sql, bureauId }: Transaction,
  id: string,
  instant: Date,
  reason: string | null,
): Promise<void> {
  await sql`update assignments set ends_at = ${instant}, end_reason = ${reason}, version = version + 1 where bureau_id = ${bureauId} and id = ${id}`;
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

export const ended = ({ id, to }: AssignmentRow, instant: Date, reason: string | null): Deed => ({
  action: "assignment.end",
  entity: { type: "Assignment", id },
  before: { endsAt: to?.toISOString() ?? null },
  after: { endsAt: instant.toISOString() },
  reason,
});
