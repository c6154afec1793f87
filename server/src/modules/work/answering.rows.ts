import { type Fragment, inForce, type Parameter, query, type Reading, type RowOf, sql } from "#kernel/read";
import type { workItems } from "@maple-bridge/drizzle/tables";
import { answererOfAny } from "#modules/assignments";
import { hasLeft, isAbsent, viewerMember, viewerUnits } from "#modules/members";

export type ItemRow = RowOf<typeof workItems>;
type Address = Pick<ItemRow, "gridId" | "duty" | "memberId">;

/** The same reading, of the moment at which it happens. */
export const nowOf = (reading: Reading): Reading => ({ ...reading, at: reading.now });

const isHeld = (at: Parameter) => inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, at);

/**
 * Who answers for an address at the moment asked about: of a seat its holders, of a member the member, or whoever stands in. The
 * holder of a claimed item is its member. One row for each holder, null where nobody answers in the holder's place.
 */
export const answerersOf = ({ gridId, duty, memberId }: Address, reading: Reading): Fragment => sql`(
  select h.holder_id, case when h.duty is null and ${isGone(sql`h.holder_id`, reading)} then null
    else ${answererOfAny(sql`h.holder_id`, sql`h.duty`, reading)} end as member_id, h.since
  from (
    select a.member_id as holder_id, a.duty, a.starts_at as since
    from assignments a where a.bureau_id = ${reading.bureau} and a.grid_id = ${gridId} and a.duty = ${duty} and ${isHeld(reading.at)}
    union all
    select ${memberId}, null::text, null::timestamptz where ${memberId} is not null and ${duty} is null
  ) h offset 0)`;

const isGone = (memberId: Fragment, reading: Reading): Fragment => sql`exists (
  select from members m where m.bureau_id = ${reading.bureau} and m.id = ${memberId} and ${hasLeft({ id: sql`m.id`, leftOn: sql`m.left_on` }, reading)})`;

/**
 * Who holds the seat, where the caller is one of them and none of them is away: those who answer for it then, the caller among them. It gives no
 * row where anybody else answers, or may: what most steps are taken by is told by a tenth of what `answerersOf` must look at.
 */
export const heldByViewer = ({ gridId, duty }: Pick<Address, "gridId" | "duty">, reading: Reading): Fragment => sql`(
  select jsonb_agg(jsonb_build_object('holderId', a.member_id, 'memberId', a.member_id) order by a.starts_at, a.member_id) as answerers
  from assignments a where a.bureau_id = ${reading.bureau} and a.grid_id = ${gridId} and a.duty = ${duty} and ${isHeld(reading.at)}
  having bool_or(a.member_id = ${viewerMember(reading)}) and not bool_or(${isAbsent(sql`a.member_id`, reading)})
    and not ${isGone(viewerMember(reading), reading)})`;

/** Whether nobody answers for it: its seat is vacant or its holder away without a substitute, or nobody of the unit has claimed it. */
export const isVacant = (item: ItemRow, reading: Reading): Fragment =>
  sql`not exists (select from ${answerersOf(item, reading)} answering where answering.member_id is not null)`;

/** Each item with who answers for it at the moment asked about. */
export const answerers = query(
  "work_answerers",
  { itemId: "not null", memberId: "not null" },
  (reading) => sql`
  select i.id as item_id, answering.member_id from work_items i
  cross join lateral ${answerersOf({ gridId: sql`i.grid_id`, duty: sql`i.duty`, memberId: sql`i.member_id` }, reading)} answering
  where i.bureau_id = ${reading.bureau} and answering.member_id is not null`,
);

/** The caller while there, and all those for whom the caller stands in. */
export const stands = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  with recursive stands (member_id) as (
    select m.id from members m where m.bureau_id = ${reading.bureau} and m.id = ${viewerMember(reading)}
      and not ${hasLeft({ id: sql`m.id`, leftOn: sql`m.left_on` }, reading)} and not ${isAbsent(sql`m.id`, reading)}
    union
    select b.member_id from stands join absences b on b.bureau_id = ${reading.bureau} and b.substitute_id = stands.member_id
      and ${inForce({ startsAt: sql`b.starts_at`, endsAt: sql`b.ends_at` }, reading.at)}
  ) select member_id from stands`);

/** The seats that the caller answers for, under `a`: held, or held by somebody who is away and whose duty the caller may hold. */
const answeredByViewer = (reading: Reading): Fragment =>
  sql`from ${stands(reading)} s join assignments a on a.bureau_id = ${reading.bureau} and a.member_id = s.member_id and ${isHeld(reading.at)}
  where a.member_id = ${viewerMember(reading)} or exists (
    select from members own join duty_holders h on h.bureau_id = own.bureau_id and h.member_kind = own.kind
    where own.bureau_id = ${reading.bureau} and own.id = ${viewerMember(reading)} and h.duty = a.duty)`;

const seatsAnswered = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  select a.grid_id, a.duty ${answeredByViewer(reading)}`);

/** The same by their assignments, with who holds them. */
export const assignmentsAnswered = (reading: Reading): Fragment =>
  reading.shareFew(sql`
  select a.id, a.member_id, a.grid_id, a.duty ${answeredByViewer(reading)}`);

/** Whether the caller answers for it now. */
export function isAnsweredByViewer({ gridId, duty, memberId }: Address, then: Reading): Fragment {
  const reading = nowOf(then);
  return sql`(case when ${duty} is not null then (${gridId}, ${duty}) in (select v.grid_id, v.duty from ${seatsAnswered(reading)} v)
    else coalesce(${memberId} in (select v.member_id from ${stands(reading)} v), false) end)`;
}

/** Whether it waits for a member of the caller's unit, or of one above it, to claim it. */
export const isForUnitOfViewer = (
  { unitId, memberId }: Pick<ItemRow, "unitId" | "memberId">,
  reading: Reading,
): Fragment =>
  sql`coalesce(${memberId} is null and ${unitId} in (select v.unit_id from ${viewerUnits(reading)} v), false)`;

/** Whether the caller is the first receiver of the item's matter: the receipts tell. */
export const isFirstReceiver = ({ matterId }: Pick<ItemRow, "matterId">, then: Reading): Fragment => {
  const reading = nowOf(then);
  return sql`coalesce(${matterId} in (
    select r.matter_id from work_items r where r.bureau_id = ${reading.bureau} and r.matter_id = ${matterId} and r.kind = 'RECEIPT'
      and r.member_id in (select v.member_id from ${stands(reading)} v)), false)`;
};
