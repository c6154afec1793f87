import { workItems } from "@maple-bridge/drizzle/tables";
import { query, raw, type Reading, rowUnder, sql } from "#kernel/read";
import { subtreeOf } from "#modules/organisation";
import { isWorkInSight, workConditions } from "#modules/work";

const periodOf = (reading: Reading) => ({
  from: reading.arg("from", "date")!,
  to: reading.arg("to", "date")!,
});

/** Issued on the days from `from` to `to`, both with it, in the unit or below it. */
const orders = (reading: Reading) => {
  const { from, to } = periodOf(reading);
  const within = sql`i.station_id in (${subtreeOf(reading.arg("unitId", "uuid")!, reading)})`;
  return sql`
    select i.order_kind, i.state, i.feedback_id, i.is_late, i.returns, i.parent_id, i.submitted_by, m.first_receiver_id
    from work_items i left join matters m on m.bureau_id = i.bureau_id and m.id = i.matter_id
    where i.bureau_id = ${reading.bureau} and i.kind = 'ORDER' and ${within} and ${isWorkInSight(rowUnder(workItems, "i"), reading)}
      and i.created_at >= ${from}::timestamp at time zone 'Asia/Shanghai' and i.created_at < (${to} + 1)::timestamp at time zone 'Asia/Shanghai'`;
};

const count = (condition: string) => raw(`(count(*) filter (where ${condition}))::int`);

export const funnel = query(
  "order_funnel",
  {
    orderKind: "not null",
    position: "not null",
    issued: "not null",
    fedBack: "not null",
    closed: "not null",
    closedOnTime: "not null",
    returned: "not null",
    followUps: "not null",
    byFirstReceiver: "not null",
    onTimeRate: "null",
  },
  (reading) => sql`
    select f.*, round(f.closed_on_time::numeric / nullif(f.closed, 0), 4)::float8 as on_time_rate from (
      select k.order_kind, k.position::int as position, ${count("o.order_kind is not null")} as issued, ${count("o.feedback_id is not null")} as fed_back,
        ${count("o.state = 'CLOSED'")} as closed, ${count("o.state = 'CLOSED' and not o.is_late")} as closed_on_time,
        ${count("o.returns > 0")} as returned, ${count("o.parent_id is not null and o.order_kind <> 'SUPERVISION'")} as follow_ups,
        ${count("o.submitted_by = o.first_receiver_id")} as by_first_receiver
      from unnest(array['INCIDENT', 'CASE', 'COMMUNITY', 'SUPERVISION', 'LINKAGE']) with ordinality k (order_kind, position)
      left join (${orders(reading)}) o on o.order_kind = k.order_kind
      group by k.order_kind, k.position
    ) f`,
  { isHeavy: true },
);

workConditions.give(
  "byFirstReceiver",
  ({ matterId, submittedBy }, { value }, reading) =>
    sql`exists (select from matters m where m.bureau_id = ${reading.bureau} and m.id = ${matterId} and m.first_receiver_id = ${submittedBy}) = ${value}`,
);
