import { type Fragment, inReach, query, type Reading, sql } from "#kernel/read";
import { momentOf, posts, subtreeOf } from "#modules/grids";
import { vacantSince } from "./vacancy.rows.ts";

const counts = {
  required: "not null",
  filled: "not null",
  vacant: "not null",
  surplus: "not null",
  rate: "null",
  daysVacant: "not null",
  longestDaysVacant: "not null",
  grids: "not null",
  gridsWithVacancy: "not null",
} as const;

/** Each post with how long its vacant seats have stood so: their days together, and the longest. */
const postsWithDays = (reading: Reading): Fragment => {
  const since = vacantSince(reading, {
    gridId: sql`p.grid_id`,
    kind: sql`p.kind`,
    complexity: sql`p.complexity`,
    openedOn: sql`p.opened_on`,
    duty: sql`p.duty`,
    ordinal: sql`n`,
  });
  const days = (together: Fragment) => sql`case when p.required > p.filled then (
    select ${together} from (select floor(extract(epoch from ${momentOf(reading)} - ${since}) / 86400)::int as days from generate_series(p.filled + 1, p.required) n) v) else 0 end`;
  return sql`select p.*, ${days(sql`sum(v.days)`)} as days_vacant, ${days(sql`max(v.days)`)} as longest_days_vacant from (${posts(reading)}) p`;
};

const perGrid = (reading: Reading): Fragment => sql`
  select p.grid_id, p.station_id, p.police_room_id, p.kind, sum(p.required)::int as required, sum(least(p.filled, p.required))::int as filled,
    sum(greatest(p.filled - p.required, 0))::int as surplus, sum(p.days_vacant)::int as days_vacant, max(p.longest_days_vacant) as longest_days_vacant
  from (${postsWithDays(reading)}) p group by p.grid_id, p.station_id, p.police_room_id, p.kind`;

/** The counts of the rows `c` of a group, which may be none. */
const totals = sql`
  coalesce(sum(c.required), 0)::int as required, coalesce(sum(c.filled), 0)::int as filled, coalesce(sum(c.required - c.filled), 0)::int as vacant,
  coalesce(sum(c.surplus), 0)::int as surplus, sum(c.filled)::float8 / nullif(sum(c.required), 0) as rate,
  coalesce(sum(c.days_vacant), 0)::int as days_vacant, coalesce(max(c.longest_days_vacant), 0) as longest_days_vacant,
  count(c.grid_id)::int as grids, count(c.grid_id) filter (where c.required > c.filled)::int as grids_with_vacancy`;

export const gridCoverage = query(
  "grid_coverage",
  { gridId: "not null", ...counts },
  (reading) => sql`
  select c.grid_id, c.required, c.filled, c.required - c.filled as vacant, c.surplus, c.filled::float8 / nullif(c.required, 0) as rate, c.days_vacant,
    c.longest_days_vacant, 1 as grids, (c.required > c.filled)::int as grids_with_vacancy
  from (${perGrid(reading)}) c`,
);

/** A grid counts for its station, for its police room, and for the bureau's root unit; counted once for all units asked for. */
export const unitCoverage = query(
  "unit_coverage",
  { unitId: "not null", ...counts },
  (reading) => sql`
  with per_grid as materialized (${perGrid(reading)})
  select u.id as unit_id, ${totals}
  from units u left join (
    select c.*, counted.unit_id from per_grid c
    cross join lateral (values (c.station_id), (c.police_room_id), ((select r.id from units r where r.bureau_id = ${reading.bureau} and r.parent_id is null))) counted (unit_id)
  ) c on c.unit_id = u.id
  where u.bureau_id = ${reading.bureau} and u.kind in ('BUREAU', 'STATION', 'POLICE_ROOM')
  group by u.id`,
);

export const bureauCoverage = query(
  "bureau_coverage",
  { bureauId: "not null", ...counts },
  (reading) => sql`
  select ${reading.bureau} as bureau_id, ${totals} from (${perGrid(reading)}) c`,
);

export const coverageGroups = query(
  "coverage_groups",
  { stationId: "null", duty: "null", gridKind: "null", position: "not null", label: "not null", ...counts },
  (reading) => {
    const unit = reading.arg("unitId", "uuid");
    const within = unit
      ? sql`where c.station_id in (${subtreeOf(unit, reading)}) or c.police_room_id in (${subtreeOf(unit, reading)})`
      : sql``;
    const nothing = { station: sql`null::uuid`, duty: sql`null::text`, kind: sql`null::text` };
    switch (reading.choice("by")) {
      case "DUTY":
        return sql`select ${nothing.station} as station_id, c.duty, ${nothing.kind} as grid_kind, 0 as position, c.duty as label, ${totals}
          from (${perDuty(reading)}) c ${within} group by c.duty`;
      case "GRID_KIND":
        return sql`select ${nothing.station} as station_id, ${nothing.duty} as duty, c.kind as grid_kind, 0 as position, c.kind as label, ${totals}
          from (${perGrid(reading)}) c ${within} group by c.kind`;
      case "TOTAL":
        return sql`select ${nothing.station} as station_id, ${nothing.duty} as duty, ${nothing.kind} as grid_kind, 0 as position, '' as label, ${totals}
          from (${perGrid(reading)}) c ${within}`;
      default:
        return sql`select u.id as station_id, ${nothing.duty} as duty, ${nothing.kind} as grid_kind, u.position, u.name as label, ${totals}
          from units u left join (select c.* from (${perGrid(reading)}) c ${within}) c on c.station_id = u.id
          where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and ${inReach(reading, sql`u.id`)}
            ${unit ? sql`and u.id in (${subtreeOf(unit, reading)})` : sql``}
          group by u.id, u.position, u.name, u.closed_on having u.closed_on is null or count(c.grid_id) > 0`;
    }
  },
);

const perDuty = (reading: Reading): Fragment => sql`
  select p.grid_id, p.station_id, p.police_room_id, p.duty, p.required, least(p.filled, p.required) as filled, greatest(p.filled - p.required, 0) as surplus,
    p.days_vacant, p.longest_days_vacant
  from (${postsWithDays(reading)}) p where p.required > 0 or p.filled > 0`;
