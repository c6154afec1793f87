import { type Fragment, query, raw, type Reading, sql, today } from "#kernel/read";
import { memberWork } from "#modules/work";

/** Open tasks and runs of the week that begins on the Monday, whoever answers for them. */
export const countsInWeek = (item: string, monday: Fragment): Fragment => {
  const day = sql`coalesce(${raw(item)}.due_on, (${raw(item)}.opens_at at time zone 'Asia/Shanghai')::date)`;
  return sql`${raw(item)}.kind in ('TASK', 'RUN') and ${raw(item)}.burden_minutes is not null and ${day} >= ${monday} and ${day} < ${monday} + 7`;
};

const mondayAsked = (reading: Reading): Fragment => {
  const day = reading.arg("week", "date") ?? today(reading);
  return sql`date_trunc('week', ${day}::timestamp)::date`;
};

export const burdens = query(
  "member_burdens",
  { memberId: "not null", week: "not null", minutes: "not null", tasks: "not null", runs: "not null" },
  (reading) => sql`
  select m.id as member_id, ${mondayAsked(reading)} as week, held.* from members m cross join lateral (
    select coalesce(sum(i.burden_minutes), 0)::int as minutes, count(*) filter (where i.kind = 'TASK')::int as tasks, count(*) filter (where i.kind = 'RUN')::int as runs
    from ${memberWork.relation.source(reading)} own join work_items i on i.bureau_id = ${reading.bureau} and i.id = own.item_id
    where own.member_id = m.id and ${countsInWeek("i", mondayAsked(reading))}
  ) held
  where m.bureau_id = ${reading.bureau}`,
);
