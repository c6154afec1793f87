import { matters } from "@maple-bridge/drizzle/tables";
import { query, raw, type Reading, rowUnder, sql } from "#kernel/read";
import { subtreeOf } from "#modules/organisation";
import { isMatterInSight } from "./matter-sight.rows.ts";

/** Matters found or settled on the days from `from` to `to`, both with it, in the unit or below it; those merged into others are counted with them. */
const flowing = (reading: Reading) => {
  const [from, to] = [reading.arg("from", "date")!, reading.arg("to", "date")!];
  const isIn = (moment: string) =>
    sql`coalesce((${raw(moment)} at time zone 'Asia/Shanghai')::date between ${from} and ${to}, false)`;
  return sql`
    select m.kind, ${isIn("m.registered_at")} as is_found, m.outcome is not distinct from 'SETTLED' as is_settled,
      m.outcome is not distinct from 'SETTLED' and ${isIn("m.ended_at")} as is_settled_then
    from matters m where m.bureau_id = ${reading.bureau} and m.station_id in (${subtreeOf(reading.arg("unitId", "uuid")!, reading)})
      and m.outcome is distinct from 'MERGED' and ${isMatterInSight(rowUnder(matters, "m"), reading)}
      and (${isIn("m.registered_at")} or ${isIn("m.ended_at")})`;
};

const count = (condition: string) => raw(`(count(*) filter (where ${condition}))::int`);

export const matterFlow = query(
  "matter_flow",
  {
    kind: "not null",
    position: "not null",
    found: "not null",
    settledOfFound: "not null",
    settled: "not null",
    cohortRate: "null",
    periodRate: "null",
  },
  (reading) => sql`
    select f.*, round(f.settled_of_found::numeric / nullif(f.found, 0), 4)::float8 as cohort_rate,
      round(f.settled::numeric / nullif(f.found, 0), 4)::float8 as period_rate
    from (
      select k.kind, k.position::int as position, ${count("m.is_found")} as found, ${count("m.is_found and m.is_settled")} as settled_of_found,
        ${count("m.is_settled_then")} as settled
      from unnest(array['INCIDENT', 'DISPUTE', 'HAZARD', 'SERVICE']) with ordinality k (kind, position)
      left join (${flowing(reading)}) m on m.kind = k.kind group by k.kind, k.position
    ) f`,
  { isHeavy: true },
);
