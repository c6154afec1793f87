import { inReach, query, type Reading, sql } from "#kernel/read";
import { subtreeOf } from "#modules/organisation";

const startOf = (day: ReturnType<typeof sql>) => sql`(${day})::timestamp at time zone 'Asia/Shanghai'`;

/** Matters of the kind that were found or ended on the days asked about, of stations in reach; what was merged counts where it went. */
const counted = (reading: Reading) => {
  const from = startOf(sql`${reading.arg("from", "date")!}`);
  const until = startOf(sql`${reading.arg("until", "date")!} + 1`);
  const unit = reading.arg("unitId", "uuid");
  const within = unit ? sql`m.station_id in (${subtreeOf(unit, reading)})` : sql`true`;
  return sql`
    select m.station_id, m.grid_id, k.code, m.outcome, m.happened_at >= ${from} and m.happened_at < ${until} as is_found,
      coalesce(m.ended_at >= ${from} and m.ended_at < ${until}, false) as is_ended
    from matters m join matter_categories k on k.bureau_id = m.bureau_id and k.id = m.category_id
    where m.bureau_id = ${reading.bureau} and m.kind = ${reading.arg("kind", "text")!} and m.outcome is distinct from 'MERGED'
      and ${inReach(reading, sql`m.station_id`)} and ${within}
      and (m.happened_at >= ${from} and m.happened_at < ${until} or m.ended_at >= ${from} and m.ended_at < ${until})`;
};

/** By category and place: what was found in the period, what ended in it, and how far what was found in it has come by now. */
export const matterMatrix = query(
  "matter_matrix",
  {
    placeId: "null",
    place: "null",
    category: "not null",
    position: "not null",
    found: "not null",
    ended: "not null",
    settled: "not null",
    foundEnded: "not null",
    foundSettled: "not null",
  },
  (reading) => sql`
    select x.place_id, coalesce(f.name, u.name) as place, c.name as category, c.position, x.found, x.ended, x.settled, x.found_ended, x.found_settled
    from (
      select case when ${reading.arg("by", "text")!} = 'GRID' then o.grid_id else o.station_id end as place_id, o.code,
        (count(*) filter (where o.is_found))::int as found, (count(*) filter (where o.is_ended))::int as ended,
        (count(*) filter (where o.is_ended and o.outcome = 'SETTLED'))::int as settled,
        (count(*) filter (where o.is_found and o.outcome is not null))::int as found_ended,
        (count(*) filter (where o.is_found and o.outcome = 'SETTLED'))::int as found_settled
      from (${counted(reading)}) o group by 1, 2
    ) x
    cross join lateral (
      select k.name, k.position::int as position from matter_categories k
      where k.bureau_id = ${reading.bureau} and k.kind = ${reading.arg("kind", "text")!} and k.code = x.code order by k.revision desc limit 1) c
    left join grid_facts f on f.bureau_id = ${reading.bureau} and f.grid_id = x.place_id and f.ends_on is null
    left join units u on u.bureau_id = ${reading.bureau} and u.id = x.place_id`,
  { isHeavy: true },
);
