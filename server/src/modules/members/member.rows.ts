import { members } from "@maple-bridge/drizzle/tables";
import {
  dayAt,
  everything,
  extension,
  type Fragment,
  inForce,
  inReach,
  isOnDay,
  join,
  type Parameter,
  query,
  type Reading,
  type RowOf,
  sql,
  today,
} from "#kernel/read";
import { mayCallMembers, mayRecordAbsence } from "./member.policy.ts";

/** Which units members belong to on the day. */
const unitsOnDay = (reading: Reading, day: Parameter): Fragment => sql`(
  select own.member_id, own.unit_id from member_units own where own.bureau_id = ${reading.bureau} and ${isOnDay("own", day)})`;

export const unitOnDay = (memberId: Fragment, reading: Reading, day: Parameter): Fragment =>
  sql`(select belongs.unit_id from ${unitsOnDay(reading, day)} belongs where belongs.member_id = ${memberId})`;

/** Those who belong to one of the units at the moment asked about. */
export const isOfUnits = (memberId: Fragment, units: Fragment, reading: Reading): Fragment =>
  sql`${memberId} in (select belongs.member_id from ${unitsOnDay(reading, dayAt(reading.at))} belongs where belongs.unit_id in ${units})`;

/** The bureau's members, each with the unit of the moment asked about, and with today's. They are looked up where they are asked for. */
export const memberRows = query(
  "members",
  {
    id: "not null",
    kind: "not null",
    badge: "not null",
    name: "not null",
    nameInitials: "not null",
    phone: "null",
    joinedOn: "null",
    leftOn: "null",
    version: "not null",
    unitId: "not null",
    unitTodayId: "not null",
  },
  (reading) => sql`
  select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version,
    ${unitOnDay(sql`m.id`, reading, dayAt(reading.at))} as unit_id, ${unitOnDay(sql`m.id`, reading, today(reading))} as unit_today_id
  from members m where m.bureau_id = ${reading.bureau}`,
  { table: members },
);

export type MemberFields = RowOf<typeof memberRows>;

/** Members whom later modules put in sight, of the roles or of any. */
export const seenBesides = extension<[memberId: Fragment, reading: Reading, roles?: readonly string[]], Fragment>();

/** Members of the units in reach, oneself, and those who are seen for what they do. */
export function isInSight({ id }: Pick<MemberFields, "id">, reading: Reading, roles?: readonly string[]): Fragment {
  if (reading.caller.reach(roles) === "all") return everything;
  const ways = [
    isOfReach(id, reading, roles),
    sql`${id} = ${viewerMember(reading)}`,
    ...seenBesides.all(id, reading, roles),
  ];
  return sql`(${join(ways, " or ")})`;
}

/** Of a unit in reach today, whatever moment is asked about. */
const isOfReach = (memberId: Fragment, reading: Reading, roles?: readonly string[]): Fragment => sql`${memberId} in (
  select belongs.member_id from ${unitsOnDay(reading, today(reading))} belongs where ${inReach(reading, sql`belongs.unit_id`, roles)})`;

/** Whose telephone number the caller may know. */
export const mayCall = (member: Pick<MemberFields, "id">, reading: Reading): Fragment =>
  isInSight(member, reading, mayCallMembers.roles);

/** A telephone number to be recognised by, but not to be called: 138****1234, 0359-****45. */
export const maskedPhone = (phone: Fragment): Fragment => sql`case
  when ${phone} ~ '^1[0-9]{10}$' then left(${phone}, 3) || '****' || right(${phone}, 4)
  when ${phone} ~ '^0[0-9]{2,3}-[0-9]{7,8}(-|$)' then split_part(${phone}, '-', 1) || '-****' || right(split_part(${phone}, '-', 2), 2)
  else '****' end`;

/** Which member the caller is; null for an account of nobody's. */
export const viewerMember = (reading: Reading): Fragment =>
  sql`(select viewer.member_id from ${reading.shareFew(sql`
  select own.member_id from accounts own where own.bureau_id = ${reading.bureau} and own.id = ${reading.account}`)} viewer)`;

/** The unit that the caller belongs to today, and those above it up to the station: the bureau itself is its own people's. */
export const viewerUnits = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  with recursive above (unit_id, parent_id) as (
    select u.id, u.parent_id from units u where u.bureau_id = ${reading.bureau} and u.id = ${unitOnDay(viewerMember(reading), reading, today(reading))}
    union all
    select u.id, u.parent_id from above join units u on u.bureau_id = ${reading.bureau} and u.id = above.parent_id and u.kind <> 'BUREAU'
  ) select unit_id from above`);

/** Why a member is away is for those who manage the member's absences, and for the member. */
export const mayKnowWhyAway = (memberId: Fragment, reading: Reading): Fragment =>
  reading.caller.reach(mayRecordAbsence.roles) === "all"
    ? everything
    : sql`exists (select from members w where w.bureau_id = ${reading.bureau} and w.id = ${memberId}
        and (${isOfReach(sql`w.id`, reading, mayRecordAbsence.roles)} or w.id = ${viewerMember(reading)}))`;

export const isIdInSight = (memberId: Fragment, reading: Reading): Fragment => {
  const sight = isInSight({ id: sql`named.id` }, reading);
  if (sight === everything) return everything;
  return sql`exists (select from members named where named.bureau_id = ${reading.bureau} and named.id = ${memberId} and ${sight})`;
};

export const isAbsent = (memberId: Fragment, reading: Reading): Fragment => sql`exists (
  select from absences b where b.bureau_id = ${reading.bureau} and b.member_id = ${memberId} and ${isAway(reading)})`;

const isAway = (reading: Reading): Fragment =>
  inForce({ startsAt: sql`b.starts_at`, endsAt: sql`b.ends_at` }, reading.at);

/** Whether the member was off the strength at the moment asked about: left, or left and come back later. */
export const hasLeft = ({ id, leftOn }: Pick<MemberFields, "id" | "leftOn">, reading: Reading): Fragment => sql`(
  coalesce(${leftOn} <= ${dayAt(reading.at)}, false) or ${id} in (
    select l.member_id from service_breaks l where l.bureau_id = ${reading.bureau} and ${isOnDay("l", dayAt(reading.at))}))`;

export const statusOf = (member: MemberFields, reading: Reading): Fragment =>
  sql`case when ${hasLeft(member, reading)} then 'LEFT' when ${isAbsent(member.id, reading)} then 'ON_LEAVE' else 'ACTIVE' end`;

/** Whether `statusOf` gives this one; who is away is looked up once for all. */
export function hasStatus(member: MemberFields, reading: Reading, status: "ACTIVE" | "ON_LEAVE" | "LEFT"): Fragment {
  if (status === "LEFT") return hasLeft(member, reading);
  const away = sql`(select b.member_id from absences b where b.bureau_id = ${reading.bureau} and ${isAway(reading)})`;
  // An array, so that the few who are away are read by their keys, and not looked for among all.
  const isThat = status === "ON_LEAVE" ? sql`= any(array${away})` : sql`not in ${away}`;
  return sql`(not ${hasLeft(member, reading)} and ${member.id} ${isThat})`;
}

/** Who in fact stands in: the substitute, or the substitute's own, up to one who is there; null when nobody is. */
export const standInOf = (substituteId: Fragment, memberId: Fragment, reading: Reading): Fragment => sql`(
  with recursive chain as (
    select ${substituteId} as member_id, array[${memberId}, ${substituteId}] as passed
    union all
    select b.substitute_id, chain.passed || b.substitute_id
    from chain join absences b on b.bureau_id = ${reading.bureau} and b.member_id = chain.member_id
    where ${isAway(reading)} and b.substitute_id <> all(chain.passed)
  )
  select m.id from chain join members m on m.bureau_id = ${reading.bureau} and m.id = chain.member_id
  where not ${hasLeft({ id: sql`m.id`, leftOn: sql`m.left_on` }, reading)} and not ${isAbsent(sql`m.id`, reading)} limit 1)`;

/** The absences in force at the moment asked about, at most one of a member. */
export const currentAbsences = query(
  "current_absences",
  { id: "not null", memberId: "not null", standInId: "null" },
  (reading) => sql`
    select b.id, b.member_id, ${standInOf(sql`b.substitute_id`, sql`b.member_id`, reading)} as stand_in_id
    from absences b
    where b.bureau_id = ${reading.bureau} and ${isAway(reading)}`,
);
