import { type Fragment, inForce, query, type Reading, sql } from "#kernel/read";

/** Open work of the seats that members hold at the moment asked about, and what is addressed to them or was claimed by them. */
export const memberWork = query(
  "member_work",
  { memberId: "not null", itemId: "not null" },
  (reading) => sql`
  select a.member_id, i.id as item_id from assignments a
  join work_items i on i.bureau_id = a.bureau_id and i.grid_id = a.grid_id and i.duty = a.duty and ${open}
  where a.bureau_id = ${reading.bureau} and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}
  union all
  select i.member_id, i.id from work_items i where i.bureau_id = ${reading.bureau} and i.member_id is not null and ${open}`,
);

/** As the indexes over open work have it. */
const open = sql`i.state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED')`;

export const ofMember = (memberId: Fragment, reading: Reading): Fragment =>
  sql`(select held.item_id from ${memberWork.relation.source(reading)} held where held.member_id = ${memberId})`;
