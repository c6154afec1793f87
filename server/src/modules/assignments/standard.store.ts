import { dutyHolders, staffingStandards } from "@maple-bridge/drizzle/tables";
import { insert, reckoned, type Transaction, update } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import type { Complexity, Duty, GridKind } from "#modules/grids";
import type { MemberKind } from "#modules/members";
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

/** One that would begin later is taken back. */
export const endStandards = (tx: Transaction, ids: readonly string[], at: Date) =>
  update(tx, staffingStandards, ids, { endsAt: reckoned("greatest(starts_at, $)", at) });

export type NewStandard = Omit<StandardRow, "id">;

export async function insertStandards(tx: Transaction, standards: readonly NewStandard[]): Promise<string[]> {
  const rows = standards.map(({ from, to, ...standard }) => ({
    ...standard,
    id: newId(tx.now.getTime()),
    startsAt: from.toISOString(),
    endsAt: to?.toISOString() ?? null,
  }));
  await insert(tx, staffingStandards, rows);
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

interface HeldBy {
  /** By which it is known; none where nobody may hold the duty. */
  id?: string;
  memberKinds: string[];
  version: number;
}

/** The kinds that may hold the duty; whoever changes them waits for the one before. */
export async function lockDutyHolders({ sql, bureauId }: Transaction, duty: Duty): Promise<HeldBy> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  const rows = await sql<{ id: string; memberKind: string; version: number }[]>`
    select id, member_kind, version from duty_holders where bureau_id = ${bureauId} and duty = ${duty}`;
  return {
    id: rows.map((row) => row.id).sort()[0],
    memberKinds: rows.map((row) => row.memberKind).sort(),
    version: rows[0]?.version ?? 0,
  };
}

export async function replaceDutyHolders(
  tx: Transaction,
  duty: Duty,
  memberKinds: readonly MemberKind[],
  version: number,
): Promise<string> {
  const { sql, bureauId, now } = tx;
  await sql`delete from duty_holders where bureau_id = ${bureauId} and duty = ${duty}`;
  const rows = memberKinds.map((memberKind) => ({ id: newId(now.getTime()), duty, memberKind, version }));
  await insert(tx, dutyHolders, rows);
  return rows.map((row) => row.id).sort()[0]!;
}
