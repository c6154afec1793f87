import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import type { Complexity, Duty, GridKind } from "#modules/grids";
import type { Period } from "./period.rules.ts";

export interface Post {
  gridKind: GridKind;
  complexity: Complexity;
  duty: Duty;
}

export interface StandardRow extends Post, Period {
  id: string;
  atLeast: number;
  atMost: number | null;
}

/** Whoever changes standards of the bureau waits for the one before. */
export async function lockStandards({ sql, bureauId }: Transaction): Promise<StandardRow[]> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  return sql<StandardRow[]>`
    select id, grid_kind, complexity, duty, at_least, at_most, starts_at as "from", ends_at as "to" from staffing_standards
    where bureau_id = ${bureauId} and ends_at is distinct from starts_at order by starts_at`;
}

export async function endStandards({ sql, bureauId }: Transaction, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update staffing_standards set ends_at = greatest(starts_at, ${at}), version = version + 1 where bureau_id = ${bureauId} and id = any(${ids}::uuid[])`;
}

export type NewStandard = Omit<StandardRow, "id">;

export async function insertStandards(
  { sql, bureauId, now }: Transaction,
  standards: readonly NewStandard[],
): Promise<string[]> {
  const rows = standards.map(({ from, to, ...standard }) => ({
    ...standard,
    bureauId,
    id: newId(now.getTime()),
    startsAt: from,
    endsAt: to,
  }));
  if (rows.length > 0) await sql`insert into staffing_standards ${sql(rows)}`;
  return rows.map((row) => row.id);
}

const shown = ({ gridKind, complexity, duty, atLeast, atMost, from, to }: NewStandard) => ({
  gridKind,
  complexity,
  duty,
  atLeast,
  atMost,
  startsAt: from.toISOString(),
  endsAt: to?.toISOString() ?? null,
});

export const standardSet = (
  id: string,
  standard: NewStandard,
  before: StandardRow | undefined,
  reason: string | null,
): Deed => ({
  action: "staffingStandard.set",
  entity: { type: "StaffingStandard", id },
  before: before ? shown(before) : null,
  after: shown(standard),
  reason,
});

export const standardEnded = (standard: StandardRow, at: Date, reason: string | null): Deed => ({
  action: "staffingStandard.end",
  entity: { type: "StaffingStandard", id: standard.id },
  before: shown(standard),
  after: shown({ ...standard, to: at }),
  reason,
});

/** The kinds that may hold the duty, by which its row is known; whoever changes them waits for the one before. */
export async function lockDutyHolders(
  { sql, bureauId }: Transaction,
  duty: Duty,
): Promise<{ id?: string; memberKinds: string[] }> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  const rows = await sql<{ id: string; memberKind: string }[]>`
    select id, member_kind from duty_holders where bureau_id = ${bureauId} and duty = ${duty}`;
  return { id: rows.map((row) => row.id).sort()[0], memberKinds: rows.map((row) => row.memberKind).sort() };
}

export async function replaceDutyHolders(
  { sql, bureauId, now }: Transaction,
  duty: Duty,
  memberKinds: readonly string[],
): Promise<string> {
  await sql`delete from duty_holders where bureau_id = ${bureauId} and duty = ${duty}`;
  const rows = memberKinds.map((memberKind) => ({ bureauId, id: newId(now.getTime()), duty, memberKind }));
  await sql`insert into duty_holders ${sql(rows)}`;
  return rows.map((row) => row.id).sort()[0]!;
}
