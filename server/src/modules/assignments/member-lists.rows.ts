import { inForce, sql } from "#kernel/read";
import { laterMemberOrders } from "#modules/members";

/** By an index for each member: there are hundreds of them, and one order at a time. */
laterMemberOrders.give("LOAD", (member, reading) => [
  {
    by: sql`(select count(*)::int from assignments a where a.bureau_id = ${reading.bureau} and a.member_id = ${member.id}
      and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)})`,
    type: "int",
  },
]);
