import { allRoles, reaches, reachOf } from "#kernel/actor";
import type { Transaction } from "#kernel/command";
import { type FieldFault, NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import type { MemberKind } from "./member-kind.ts";

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

const columns = [
  "id",
  "unitId",
  "kind",
  "badge",
  "name",
  "nameInitials",
  "phone",
  "joinedOn",
  "leftOn",
  "version",
] as const;

/** The member, held until the command ends; out of sight is the same as absent. */
export async function lockMember(tx: Transaction, id: string, path: FieldFault["path"]): Promise<MemberRow> {
  const member = isId(id) ? await lockNamedMember(tx, id) : undefined;
  if (!member || !(await isInSight(tx, member))) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return member;
}

/** The member whom a row in sight names already, in sight or not. */
export async function lockNamedMember({ sql, bureauId }: Transaction, id: string): Promise<MemberRow | undefined> {
  const [member] = await sql<MemberRow[]>`
    select ${sql(columns)} from members where bureau_id = ${bureauId} and id = ${id} for no key update`;
  return member;
}

async function isInSight(tx: Transaction, member: MemberRow): Promise<boolean> {
  if (member.id === tx.actor.memberId || reaches(tx.actor, member.unitId, allRoles)) return true;
  const units = reachOf(tx.actor);
  if (units === "all") return true;
  const seats = await tx.sql`
    select from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
    where a.bureau_id = ${tx.bureauId} and a.member_id = ${member.id} and g.station_id = any(${units}::uuid[])
      and (a.ends_at is null or (a.ends_at > ${tx.now} and a.ends_at > a.starts_at)) limit 1`;
  return seats.length > 0;
}

export async function memberWithBadge(
  { sql, bureauId }: Transaction,
  badge: string,
): Promise<{ id: string; name: string } | undefined> {
  const [member] = await sql<{ id: string; name: string }[]>`
    select id, name from members where bureau_id = ${bureauId} and badge = ${badge}`;
  return member;
}

export async function insertMembers({ sql, bureauId }: Transaction, members: readonly NewMember[]) {
  await sql`insert into members ${sql(members.map((member) => Object.assign({ bureauId }, member)))}`;
}

export async function writeMember({ sql, bureauId }: Transaction, id: string, next: Partial<NewMember>) {
  await sql`update members set ${sql(next)}, version = version + 1 where bureau_id = ${bureauId} and id = ${id}`;
}

export interface Seat {
  id: string;
  duty: string;
  startsAt: Date;
  endsAt: Date | null;
  grid: string;
  gridCode: string;
}

/** The member's assignments that last past the instant, held. */
export const lockSeatsPast = ({ sql, bureauId }: Transaction, memberId: string, instant: string) => sql<Seat[]>`
  select a.id, a.duty, a.starts_at, a.ends_at, g.name as grid, g.code as grid_code
  from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
  where a.bureau_id = ${bureauId} and a.member_id = ${memberId}
    and (a.ends_at is null or (a.ends_at > ${instant} and a.ends_at > a.starts_at))
  order by g.code, a.starts_at, a.id for no key update of a`;

/** The member's first assignment that began before the instant and was not taken back. */
export async function firstSeatBefore(
  { sql, bureauId }: Transaction,
  memberId: string,
  instant: string,
): Promise<Pick<Seat, "grid" | "gridCode" | "startsAt"> | undefined> {
  const [seat] = await sql<Seat[]>`
    select g.name as grid, g.code as grid_code, a.starts_at
    from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
    where a.bureau_id = ${bureauId} and a.member_id = ${memberId} and a.starts_at < ${instant} and a.ends_at is distinct from a.starts_at
    order by a.starts_at limit 1`;
  return seat;
}

/** Ends them at the instant; those that would begin later are taken back. */
export async function endSeats(
  { sql, bureauId }: Transaction,
  ids: readonly string[],
  instant: string,
  reason: string | null,
) {
  await sql`
    update assignments set ends_at = greatest(starts_at, ${instant}::timestamptz), end_reason = ${reason}, version = version + 1
    where bureau_id = ${bureauId} and id = any(${[...ids]}::uuid[])`;
}

/** Seats held now or later of duties that this kind of member may not hold. */
export const seatsNotFor = ({ sql, bureauId, now }: Transaction, memberId: string, kind: MemberKind) => sql<Seat[]>`
  select a.id, a.duty, a.starts_at, a.ends_at, g.name as grid, g.code as grid_code
  from assignments a join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
  where a.bureau_id = ${bureauId} and a.member_id = ${memberId} and (a.ends_at is null or (a.ends_at > ${now} and a.ends_at > a.starts_at))
    and not exists (select from duty_holders d where d.bureau_id = a.bureau_id and d.duty = a.duty and d.member_kind = ${kind})
  order by g.code, a.id`;

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
