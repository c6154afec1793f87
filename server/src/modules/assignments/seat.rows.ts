import { Invalid } from "#kernel/errors";
import { type Fragment, join, literal, query, type Reading, type RowOf, sql, inForce } from "#kernel/read";
import { gridsThen, isOpenInReach } from "#modules/grids";
import { posts, requiredOf, seatsHeld, staffedGrids } from "./posts.rows.ts";
import { hasLeft } from "#modules/members";
import { vacantSince } from "./vacancy.rows.ts";

const inOrder = sql`order by a.starts_at, a.id`;

/** The seats of a few grids, in one go: the last holder's row goes on with the vacant seats that the standard asks for. */
const seatsOfFew = (reading: Reading): Fragment => sql`
  select n.*, n.ordinal <= n.required as is_required, case when n.ordinal <= n.filled then n.held_id end as assignment_id,
    case when n.ordinal <= n.filled then n.member_id end as holder_id
  from (
    select h.*, generate_series(h.place, case when h.place >= h.filled then greatest(h.filled, h.required) else h.place end) as ordinal from (
      select g.id as grid_id, g.station_today_id, g.kind, g.complexity, g.opened_on, g.facts_since, d.duty, coalesce(s.at_least, 0) as required, a.id as held_id, a.member_id,
        row_number() over came as place, count(a.id) over (partition by g.id, d.duty) as filled
      from ${gridsThen(reading)} g cross join unnest(${duties}) d (duty)
      left join staffing_standards s on s.bureau_id = ${reading.bureau} and s.grid_kind = g.kind and s.complexity = g.complexity and s.duty = d.duty
        and ${inForce({ startsAt: sql`s.starts_at`, endsAt: sql`s.ends_at` }, reading.at)}
      left join assignments a on a.bureau_id = ${reading.bureau} and a.grid_id = g.id and a.duty = d.duty
        and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}
      where ${isOpenInReach(reading)} and (a.id is not null or s.at_least > 0)
      window came as (partition by g.id, d.duty ${inOrder})
    ) h
  ) n`;

/** The seats of all grids: who holds one, and beside them the vacant seats, from what is worked out once for all that ask. */
const seatsOfAll = (reading: Reading): Fragment => sql`
  select w.grid_id, w.station_today_id, w.kind, w.complexity, w.opened_on, w.facts_since, h.duty, h.place as ordinal,
    h.place <= ${requiredOf(sql`h.duty`)} as is_required, h.id as assignment_id, h.member_id as holder_id
  from (select a.*, row_number() over (partition by a.grid_id, a.duty ${inOrder}) as place from ${seatsHeld(reading)} a) h
  join ${staffedGrids(reading)} w on w.grid_id = h.grid_id
  union all
  select p.grid_id, p.station_today_id, p.kind, p.complexity, p.opened_on, p.facts_since, p.duty, n, true, null::uuid, null::uuid
  from ${posts(reading)} p cross join lateral unnest((${ordinals})[p.filled + 1:p.required]) n where p.required > p.filled`;

/** As many as a standard may ask for. PostgreSQL expects ten rows of a part of it, and of generate_series a thousand, which it would sort on disk. */
const ordinals = sql`array[${join(
  Array.from({ length: 50 }, (_, index) => literal(String(index + 1))),
  ",",
)}]::int[]`;

const duties = sql`array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER']`;

export const seats = query(
  "seats",
  {
    gridId: "not null",
    stationTodayId: "not null",
    duty: "not null",
    position: "not null",
    ordinal: "not null",
    isRequired: "not null",
    isFilled: "not null",
    assignmentId: "null",
    holderId: "null",
    absenceId: "null",
    responsibleId: "null",
    substituteIds: "not null",
    vacantSince: "null",
    daysVacant: "null",
  },
  (reading) => {
    const at = reading.at;
    const since = vacantSince(reading, {
      gridId: sql`t.grid_id`,
      kind: sql`t.kind`,
      complexity: sql`t.complexity`,
      openedOn: sql`t.opened_on`,
      factsSince: sql`t.facts_since`,
      duty: sql`t.duty`,
      ordinal: sql`t.ordinal`,
    });
    return sql`
      select t.grid_id, t.station_today_id, t.duty, array_position(${duties}, t.duty) as position, t.ordinal, t.is_required, t.holder_id is not null as is_filled,
        t.assignment_id, t.holder_id,
        ${absenceOf(sql`t.holder_id`, reading)} as absence_id,
        ${answererOf(sql`t.holder_id`, sql`t.duty`, reading)} as responsible_id,
        case when ${absenceOf(sql`t.holder_id`, reading)} is null then '{}'::uuid[] else ${substitutesOf(sql`t.holder_id`, reading)} end as substitute_ids,
        case when t.holder_id is null then ${since} end as vacant_since,
        case when t.holder_id is null then floor(extract(epoch from ${at} - ${since}) / 86400)::int end as days_vacant
      from (${reading.isBounded ? seatsOfFew(reading) : seatsOfAll(reading)}) t`;
  },
);

/** The seats of the grid that `gridId` or `gridCode` names and of the duty. */
export function atGridAsked(seat: RowOf<typeof seats>, reading: Reading): Fragment {
  const [id, code] = [reading.arg("gridId", "uuid"), reading.arg("gridCode", "text")];
  if (!id && !code) throw new Invalid([{ path: ["gridId"], code: "REQUIRED" }]);
  const grid = id
    ? sql`${id}`
    : sql`(select named.id from grids named where named.bureau_id = ${reading.bureau} and named.code = ${code!})`;
  return sql`${seat.gridId} = ${grid} and ${seat.duty} = ${reading.arg("duty", "text")!}`;
}

const absenceInForce = (member: Fragment, reading: Reading): Fragment => sql`
  b.bureau_id = ${reading.bureau} and b.member_id = ${member} and ${inForce({ startsAt: sql`b.starts_at`, endsAt: sql`b.ends_at` }, reading.at)}`;

const absenceOf = (member: Fragment, reading: Reading): Fragment =>
  sql`(select b.id from absences b where ${absenceInForce(member, reading)})`;

/** The absent member and the substitutes after one another, each with the path to it; nobody comes twice. */
const chainFrom = (member: Fragment, reading: Reading): Fragment => sql`
  with recursive chain (member_id, path) as (
    select ${member}, array[${member}]
    union all
    select b.substitute_id, chain.path || b.substitute_id from chain join absences b on ${absenceInForce(sql`chain.member_id`, reading)}
    where b.substitute_id is not null and not b.substitute_id = any(chain.path)
  )`;

const holdsDuty = (kind: Fragment, duty: Fragment, reading: Reading): Fragment =>
  sql`${kind} in (select h.member_kind from duty_holders h where h.bureau_id = ${reading.bureau} and h.duty = ${duty})`;

/** The one at the end of the chain who is there and may do it; nobody where it ends with one who is away, has left or may not. */
const standIn = (member: Fragment, may: Fragment, reading: Reading): Fragment => sql`(
  ${chainFrom(member, reading)} select chain.member_id from chain join members m on m.bureau_id = ${reading.bureau} and m.id = chain.member_id
  where not ${hasLeft({ id: sql`m.id`, leftOn: sql`m.left_on` }, reading)}
    and ${may}
    and not exists (select from absences b where ${absenceInForce(sql`chain.member_id`, reading)}))`;

const insteadOf = (holder: Fragment, may: Fragment, reading: Reading): Fragment => sql`
  case when ${absenceOf(holder, reading)} is null then ${holder} else ${standIn(holder, may, reading)} end`;

/** Who answers for a seat in the holder's place, or the holder: null where nobody does. */
export const answererOf = (holder: Fragment, duty: Fragment, reading: Reading): Fragment =>
  insteadOf(holder, holdsDuty(sql`m.kind`, duty, reading), reading);

/** The same of what may stand in no seat, but be a member's own: there the duty is null, and any member may stand in. */
export const answererOfAny = (holder: Fragment, duty: Fragment, reading: Reading): Fragment =>
  insteadOf(holder, sql`(${duty} is null or ${holdsDuty(sql`m.kind`, duty, reading)})`, reading);

const substitutesOf = (member: Fragment, reading: Reading): Fragment => sql`(
  ${chainFrom(member, reading)} select chain.path[2:] from chain order by cardinality(chain.path) desc limit 1)`;
