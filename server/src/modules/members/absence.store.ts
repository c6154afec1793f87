import { absences } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction, update } from "#kernel/command";
import { newId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import type { Away } from "./absence.rules.ts";
import { Absence } from "./absence.types.ts";
import { lockMember, type MemberRow } from "./member.store.ts";

export interface AbsenceRow extends Away {
  id: string;
  reason: string | null;
  version: number;
}

export interface AbsenceToUndo extends AbsenceRow {
  createdAt: Date;
  /** It was recorded, and did not come of another one that was changed. */
  isRecorded: boolean;
}

/** Who stands in for whom is decided one command of a bureau at a time: a ring may close over any number of absences. */
export async function lockSubstitutes({ sql, bureauId }: Transaction) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`absences of ${bureauId}`}, 0))`;
}

/** The absence with its member, both held; out of sight is the same as absent. */
export async function lockAbsence(tx: Transaction, id: string): Promise<{ absence: AbsenceRow; member: MemberRow }> {
  const path = ["input", "id"];
  const absence = await lockSeen<AbsenceRow>(tx, Absence, id, columns, path);
  return { absence, member: await lockMember(tx, absence.memberId, path) };
}

const columns = ["id", "memberId", "substituteId", "startsAt", "endsAt", "reason", "version"] as const;

/** The bureau's absences that share some moment with the period, but for one. */
export const absencesDuring = (
  { sql, bureauId }: Transaction,
  { startsAt, endsAt }: Pick<Away, "startsAt" | "endsAt">,
  except?: string,
) => sql<Away[]>`
  select member_id, substitute_id, starts_at, ends_at from absences
  where bureau_id = ${bureauId} and ends_at is distinct from starts_at and id is distinct from ${except ?? null}::uuid
    and (ends_at is null or ends_at > ${startsAt}) and (${endsAt}::timestamptz is null or starts_at < ${endsAt}::timestamptz)
  order by starts_at, id`;

export async function insertAbsence(tx: Transaction, absence: Omit<AbsenceRow, "id" | "version">): Promise<string> {
  const id = newId();
  const { startsAt, endsAt } = absence;
  await insert(tx, absences, [
    { ...absence, id, startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() ?? null },
  ]);
  return id;
}

export const writeAbsence = (tx: Transaction, id: string, next: Partial<Omit<AbsenceRow, "id" | "version">>) =>
  update(tx, absences, id, next);

/** What bears on undoing it, of one that is held. */
export async function toUndo({ sql, bureauId }: Transaction, absence: AbsenceRow): Promise<AbsenceToUndo> {
  const [kept] = await sql<[Pick<AbsenceToUndo, "createdAt" | "isRecorded">]>`
    select b.created_at, exists (
      select from audit_entries e where e.bureau_id = ${bureauId} and e.entity_id = b.member_id and e.action = 'absence.record' and e.after ->> 'absenceId' = b.id::text
    ) as is_recorded
    from absences b where b.bureau_id = ${bureauId} and b.id = ${absence.id}`;
  return { ...absence, ...kept };
}
