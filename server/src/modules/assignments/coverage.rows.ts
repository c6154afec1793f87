import { type Fragment, inReach, join, query, raw, type Reading, sql, wholly } from "#kernel/read";
import { subtreeOf, townships } from "#modules/organisation";
import { desertedGrids } from "./deserted.rows.ts";
import { posts, staffedGrids, standardsAsking, vacantPosts } from "./posts.rows.ts";
import { askedOfKindSince, askedSince, fellBelowAt } from "./vacancy.rows.ts";

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

type Since = (ordinal: Fragment) => Fragment;

/** Of the post `p`: the whole days that its vacant seats have stood so together, and that the longest has. Each is worked out once for both. */
const daysOfPost = (reading: Reading, whenAsked: Since): Fragment => {
  const fellBelow = fellBelowAt(reading, { gridId: sql`p.grid_id`, duty: sql`p.duty`, ordinal: sql`n` });
  const since = sql`greatest((p.opened_on::timestamp at time zone 'Asia/Shanghai'), ${whenAsked(sql`n`)}, ${fellBelow})`;
  return sql`(
    select sum(s.days)::int as days_vacant, max(s.days) as longest_days_vacant from (
      select floor(extract(epoch from ${reading.at} - ${since}) / 86400)::int as days from generate_series(p.filled + 1, p.required) n offset 0
    ) s)`;
};

const post = {
  gridId: sql`p.grid_id`,
  kind: sql`p.kind`,
  complexity: sql`p.complexity`,
  duty: sql`p.duty`,
  factsSince: sql`p.facts_since`,
};

const days = sql`coalesce(v.days_vacant, 0) as days_vacant, coalesce(v.longest_days_vacant, 0) as longest_days_vacant`;

/** The posts of all grids that have a vacant seat, with the days. */
const vacancies = (reading: Reading): Fragment => {
  const ofKind: Since = (ordinal) => sql`(
    select asked.since from ${askedSinceWhen(reading)} asked
    where asked.grid_kind = p.kind and asked.complexity = p.complexity and asked.duty = p.duty and asked.ordinal = ${ordinal})`;
  const since: Since = (ordinal) => askedSince(reading, { ...post, ordinal }, ofKind(ordinal));
  return reading.share(sql`
    select p.grid_id, p.duty, v.* from ${vacantPosts(reading)} p cross join lateral ${daysOfPost(reading, since)} v`);
};

/** Grouped, so that PostgreSQL knows of one row for each, and leaves out what a statement does not ask for. */
const daysVacantBy = (reading: Reading, keys: Fragment): Fragment => sql`(
  select ${keys}, sum(v.days_vacant)::int as days_vacant, max(v.longest_days_vacant) as longest_days_vacant from ${vacancies(reading)} v group by ${keys})`;

/** For each seat that a kind of grid is asked to have, since when it is. */
const askedSinceWhen = (reading: Reading): Fragment =>
  reading.share(sql`
  select s.grid_kind, s.complexity, s.duty, n as ordinal,
    ${askedOfKindSince(reading, { kind: sql`s.grid_kind`, complexity: sql`s.complexity`, duty: sql`s.duty`, ordinal: sql`n` })} as since
  from ${standardsAsking(reading)} s cross join lateral generate_series(1, s.at_least::int) n`);

/** Of a few grids, the days are those of their posts. */
const daysOfFew = (reading: Reading): Fragment => {
  const since: Since = (ordinal) => askedSince(reading, { ...post, ordinal });
  return sql`lateral (
    select sum(v.days_vacant)::int as days_vacant, max(v.longest_days_vacant) as longest_days_vacant
    from ${vacantPosts(reading)} p cross join lateral ${daysOfPost(reading, since)} v where p.grid_id = c.grid_id)`;
};

/** For each grid with a vacant seat, the whole days that the longest vacant one has stood so. */
export const longestVacant = (reading: Reading): Fragment => daysVacantBy(reading, sql`v.grid_id`);

const perGrid = (reading: Reading): Fragment => sql`
  select c.grid_id, c.station_id, c.police_room_id, c.is_of_reach, c.is_shown, c.kind, c.required, c.filled, c.surplus, ${days}
  from ${staffedGrids(reading)} c
  left join ${reading.isBounded ? sql`${daysOfFew(reading)} v on true` : sql`${daysVacantBy(reading, sql`v.grid_id`)} v on v.grid_id = c.grid_id`}`;

const namesOfCounts = [
  "required",
  "filled",
  "vacant",
  "surplus",
  "rate",
  "days_vacant",
  "longest_days_vacant",
  "grids",
  "grids_with_vacancy",
];
const eachCount = (of: (count: string) => Fragment) =>
  join(
    namesOfCounts.map((count) => sql`${of(count)} as ${raw(count)}`),
    ", ",
  );

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

/** Those grids are counted that the list shows, whatever day is asked about: a figure opens as many rows as it says. */
const counted = (rows: Fragment): Fragment => sql`(select i.* from (${rows}) i where i.is_shown)`;

/** Of each station, those of them that were of one in reach. */
const ofStations = (rows: Fragment): Fragment => sql`(select i.* from (${rows}) i where i.is_shown and i.is_of_reach)`;

/** A grid counts for its station, for its police room, and for the bureau's root unit. */
const perUnit = (reading: Reading): Fragment => {
  const root = sql`(select r.id from units r where r.bureau_id = ${reading.bureau} and r.parent_id is null)`;
  return sql`
  select u.id as unit_id, ${eachCount((count) => (count === "rate" ? sql`c.rate` : sql`coalesce(c.${raw(count)}, 0)`))}
  from units u left join (
    select case when grouping(c.station_id) = 0 then c.station_id when grouping(c.police_room_id) = 0 then c.police_room_id else ${root} end as unit_id, ${totals}
    from ${counted(perGrid(reading))} c group by grouping sets ((c.station_id), (c.police_room_id), ())
  ) c on c.unit_id = u.id
  where u.bureau_id = ${reading.bureau} and u.kind in ('BUREAU', 'STATION', 'POLICE_ROOM')`;
};

/** Of a few units it is shared too: each would else put the whole bureau's grids together anew. */
export const unitCoverage = query(
  "unit_coverage",
  { unitId: "not null", ...counts },
  (reading) => {
    const rows = perUnit(wholly(reading));
    return reading.isBounded ? sql`select c.* from ${reading.shareWhole(rows)} c` : rows;
  },
  { isHeavy: true },
);

export const bureauCoverage = query(
  "bureau_coverage",
  { bureauId: "not null", ...counts },
  (reading) => sql`
  select ${reading.bureau} as bureau_id, ${totals} from ${counted(perGrid(wholly(reading)))} c`,
  { isHeavy: true },
);

export const coverageGroups = query(
  "coverage_groups",
  {
    stationId: "null",
    duty: "null",
    gridKind: "null",
    divisionId: "null",
    position: "not null",
    label: "not null",
    gridsDeserted: "not null",
    ...counts,
  },
  (asked) => {
    const reading = wholly(asked);
    const unit = reading.arg("unitId", "uuid");
    const within = unit
      ? sql`where c.station_id in (${subtreeOf(unit, reading)}) or c.police_room_id in (${subtreeOf(unit, reading)})`
      : sql``;
    const deserted = sql`c.grid_id in (select d.grid_id from ${desertedGrids(reading)} d)`;
    const all = sql`${totals}, count(c.grid_id) filter (where ${deserted})::int as grids_deserted`;
    const nothing = {
      station: sql`null::uuid`,
      division: sql`null::uuid`,
      duty: sql`null::text`,
      kind: sql`null::text`,
    };
    switch (reading.choice("by")) {
      case "DUTY":
        return sql`select ${nothing.station} as station_id, c.duty, ${nothing.kind} as grid_kind, ${nothing.division} as division_id, 0 as position, c.duty as label, ${all}
          from ${counted(perDuty(reading))} c ${within} group by c.duty`;
      case "STATION_DUTY":
        return sql`select c.station_id, c.duty, ${nothing.kind} as grid_kind, ${nothing.division} as division_id, u.position, u.name as label, ${all}
          from ${ofStations(perDuty(reading))} c join units u on u.bureau_id = ${reading.bureau} and u.id = c.station_id ${within}
          group by c.station_id, c.duty, u.position, u.name`;
      case "GRID_KIND":
        return sql`select ${nothing.station} as station_id, ${nothing.duty} as duty, c.kind as grid_kind, ${nothing.division} as division_id, 0 as position, c.kind as label, ${all}
          from ${counted(perGrid(reading))} c ${within} group by c.kind`;
      case "TOWNSHIP":
        return sql`select ${nothing.station} as station_id, ${nothing.duty} as duty, ${nothing.kind} as grid_kind, t.township_id as division_id,
            (t.township_id is null)::int as position, coalesce(t.code, '') as label, ${all}
          from ${counted(perGrid(reading))} c join grids g on g.bureau_id = ${reading.bureau} and g.id = c.grid_id
          left join ${townships(reading)} t on t.id = g.division_id ${within} group by t.township_id, t.code`;
      case "TOTAL":
        return sql`select ${nothing.station} as station_id, ${nothing.duty} as duty, ${nothing.kind} as grid_kind, ${nothing.division} as division_id, 0 as position, '' as label, ${all}
          from ${counted(perGrid(reading))} c ${within}`;
      default:
        return sql`select u.id as station_id, ${nothing.duty} as duty, ${nothing.kind} as grid_kind, ${nothing.division} as division_id, u.position, u.name as label, ${all}
          from units u left join (select c.* from ${counted(perGrid(reading))} c ${within}) c on c.station_id = u.id
          where u.bureau_id = ${reading.bureau} and u.kind = 'STATION' and ${inReach(reading, sql`u.id`)}
            ${unit ? sql`and u.id in (${subtreeOf(unit, reading)})` : sql``}
          group by u.id, u.position, u.name, u.closed_on having u.closed_on is null or count(c.grid_id) > 0`;
    }
  },
  { isHeavy: true },
);

const perDuty = (reading: Reading): Fragment => sql`
  select p.grid_id, p.station_id, p.police_room_id, p.is_of_reach, p.is_shown, p.duty, p.required, least(p.filled, p.required) as filled, greatest(p.filled - p.required, 0) as surplus, ${days}
  from ${posts(reading)} p left join ${daysVacantBy(reading, sql`v.grid_id, v.duty`)} v on v.grid_id = p.grid_id and v.duty = p.duty
  where p.required > 0 or p.filled > 0`;
