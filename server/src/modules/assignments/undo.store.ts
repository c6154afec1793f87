import { assignments } from "@maple-bridge/drizzle/tables";
import { type Transaction, update } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { findSeen, lockAllSeen } from "#kernel/read";
import type { Deed } from "#kernel/record";
import { type GridRow, lockGrids } from "#modules/grids";
import type { Held } from "./assignment.rules.ts";
import { Assignment } from "./assignment.types.ts";

interface Kept extends Held {
  id: string;
  endReason: string | null;
}

export interface AssignmentToUndo extends Kept {
  createdAt: Date;
  replacedEndReason: string | null;
  /** The one that it replaced. */
  replaced: Kept | null;
  /** The one that has replaced it since. */
  successor: Kept | null;
  /** What was done to it last. */
  lastDeed: string | null;
}

/** The assignments and those that they replaced, with their grids, which are held before them; all until the command ends. */
export async function lockToUndo(
  tx: Transaction,
  ids: readonly string[],
  pathOf: (index: number) => FieldFault["path"],
): Promise<{ undone: AssignmentToUndo[]; grids: readonly GridRow[] }> {
  const seen = await Promise.all(
    ids.map((id, index) => findSeen<Seen>(tx, Assignment, id, ["gridId", "replacesId"], pathOf(index))),
  );
  const grids = await lockGrids(tx, [...new Set(seen.map(({ gridId }) => gridId))]);
  const all = [...ids, ...seen.flatMap(({ replacesId }) => replacesId ?? [])];
  await lockAllSeen<{ id: string }>(tx, Assignment, all, ["id"]);
  const byId = new Map((await rowsOf(tx, all)).map((row) => [row.id, row]));
  const undone = ids.map((id) => {
    const row = byId.get(id)!;
    const of = (other: string | null) => (other === null ? null : (byId.get(other) ?? null));
    return { ...row, replaced: of(row.replacesId), successor: of(row.successorId) };
  });
  return { undone, grids };
}

interface Seen {
  gridId: string;
  replacesId: string | null;
}

interface Row extends Omit<AssignmentToUndo, "replaced" | "successor"> {
  replacesId: string | null;
  successorId: string | null;
}

/** Those, and what has replaced them. */
const rowsOf = ({ sql, bureauId }: Transaction, ids: string[]) => sql<Row[]>`
  select a.id, a.grid_id, a.duty, a.member_id, a.starts_at as "from", a.ends_at as "to", a.end_reason, a.created_at, a.replaces_id, a.replaced_end_reason,
    m.name as member, m.badge,
    (select e.action from audit_entries e where e.bureau_id = ${bureauId} and e.entity_id = a.id order by e.sequence desc limit 1) as last_deed,
    (select s.id from assignments s where s.bureau_id = ${bureauId} and s.replaces_id = a.id and s.ends_at is distinct from s.starts_at) as successor_id
  from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
  where a.bureau_id = ${bureauId} and (a.id = any(${ids}::uuid[])
    or a.replaces_id = any(${ids}::uuid[]) and a.ends_at is distinct from a.starts_at)`;

/** It is taken back as a whole, and the one that it replaced goes on; as the audit log is told it. */
export async function takeBack(tx: Transaction, undone: AssignmentToUndo, reason: string | null): Promise<Deed[]> {
  const { id, from, to, replaced } = undone;
  await update(tx, assignments, id, { endsAt: from.toISOString(), endReason: reason });
  const deeds = [deedOf("assignment.undo", id, to, from, reason)];
  if (!replaced) return deeds;
  await update(tx, assignments, replaced.id, {
    endsAt: to?.toISOString() ?? null,
    endReason: undone.replacedEndReason,
  });
  return [...deeds, deedOf("assignment.reopen", replaced.id, replaced.to, to, reason)];
}

const deedOf = (action: string, id: string, before: Date | null, after: Date | null, reason: string | null): Deed => ({
  action,
  entity: { type: "Assignment", id },
  before: { endsAt: before?.toISOString() ?? null },
  after: { endsAt: after?.toISOString() ?? null },
  reason,
});
