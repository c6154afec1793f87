import { members, memberUnits } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { always } from "#kernel/dated";
import type { DatedTable } from "#kernel/dated.store";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { inCommand, lockSeen, readingIn, rowUnder } from "#kernel/read";
import { Member } from "./member.types.ts";
import type { MemberKind } from "./member-kind.ts";
import { mayCall } from "./member.rows.ts";

/** A member, with the unit of today. */
export interface MemberRow {
  id: string;
  unitId: string;
  kind: MemberKind;
  badge: string;
  name: string;
  nameInitials: string;
  phone: string | null;
  joinedOn: string | null;
  leftOn: string | null;
  version: number;
}
export type NewMember = Omit<MemberRow, "version">;

export const unitsTable: DatedTable<{ unitId: string }> = {
  table: memberUnits,
  owner: "memberId",
  groups: [["unitId"]],
};

const columns = ["id", "kind", "badge", "name", "nameInitials", "phone", "joinedOn", "leftOn", "version"] as const;

/** The member, held until the command ends; out of sight is the same as absent. */
export const lockMember = (tx: Transaction, id: string, path: FieldFault["path"]) =>
  lockSeen<MemberRow>(tx, Member, id, [...columns, "unitId"], path);

/** Whether the actor may be told the member's telephone number. */
export async function isCalledByActor(tx: Transaction, id: string): Promise<boolean> {
  const { sql, bureauId } = tx;
  const [found] = await sql<{ may: boolean }[]>`
    select ${inCommand(tx, mayCall(rowUnder(members, "m"), readingIn(tx)))} as may from members m
    where m.bureau_id = ${bureauId} and m.id = ${id}`;
  return found!.may;
}

/** The member whom a row in sight names already, in sight or not. */
export async function lockNamedMember({ sql, bureauId, now }: Transaction, id: string): Promise<MemberRow | undefined> {
  const [member] = await sql<MemberRow[]>`
    select ${sql(columns)}, (
      select u.unit_id from member_units u where u.bureau_id = m.bureau_id and u.member_id = m.id
        and u.starts_on <= ${dayOf(now)} and (u.ends_on is null or u.ends_on > ${dayOf(now)})) as unit_id
    from members m where bureau_id = ${bureauId} and id = ${id} for no key update`;
  return member;
}

export async function memberWithBadge(
  { sql, bureauId }: Transaction,
  badge: string,
): Promise<{ id: string; name: string } | undefined> {
  const [member] = await sql<{ id: string; name: string }[]>`
    select id, name from members where bureau_id = ${bureauId} and badge = ${badge}`;
  return member;
}

export async function insertMember(tx: Transaction, { unitId, ...member }: NewMember) {
  await insertNow(tx, members, [member]);
  await insertNow(tx, memberUnits, [{ memberId: member.id, startsOn: always, unitId }]);
}

/** What the member is the same on all days in, and the version. */
export const writeMember = (tx: Transaction, id: string, next: Partial<Omit<NewMember, "unitId">>) =>
  update(tx, members, id, next);

export interface StandIn {
  member: string;
  badge: string;
}

/** Those for whose absences past the instant the member is to stand in; who has left by then needs nobody. */
export const standsInPast = ({ sql, bureauId }: Transaction, memberId: string, instant: string) => sql<StandIn[]>`
  select distinct m.name as member, m.badge from absences b join members m on m.bureau_id = b.bureau_id and m.id = b.member_id
  where b.bureau_id = ${bureauId} and b.substitute_id = ${memberId} and (b.ends_at is null or (b.ends_at > ${instant} and b.ends_at > b.starts_at))
    and (m.left_on is null or (m.left_on::timestamp at time zone 'Asia/Shanghai') > greatest(b.starts_at, ${instant}::timestamptz))
  order by m.badge`;
