import { type Fragment, inReach, join, parameter, query, raw, type Reading, sql } from "#kernel/read";
import { Invalid } from "#kernel/errors";
import { subtreeOf } from "#modules/organisation";
import { seatsHeld } from "./held.rows.ts";
import { toSign } from "./to-sign.rows.ts";
import { linesToCount } from "./week-line.rows.ts";
import { membersInWeeks } from "./week-lists.rows.ts";
import { mondayAsked } from "./weeks.rows.ts";

const mostWeeks = 53;

/** How many weeks the field's argument asks for. */
function weeksAsked(reading: Reading) {
  const asked = reading.arg("weeks", "int")!;
  return {
    ...parameter(`${asked.key}:bounded`, "int", (environment) => {
      const value = Number(asked.value(environment));
      if (value < 1 || value > mostWeeks)
        throw new Invalid([{ path: ["weeks"], code: "OUT_OF_RANGE", params: { least: 1, most: mostWeeks } }]);
      return value;
    }),
    path: asked.path,
  };
}

const count = (condition: string) => raw(`(count(*) filter (where l.source = 'WORK_DUE' and (${condition})))::int`);

/** As `countsOf` counts lines. */
const counts = sql`${count("l.standing = 'DONE'")} as done, ${count("l.standing <> 'MISSED' and l.is_late")} as late, ${count("l.standing = 'MISSED'")} as missed,
  ${count("l.is_returned or coalesce(l.decision = 'RETURNED', false)")} as returned, ${count("l.is_waiting and l.decision is null")} as waiting`;

/** What the members' weeks come to, of these stations or of all; who holds which seat is worked out once for all that hangs on it. */
function cellsOf(reading: Reading, stationIds?: Fragment) {
  const weeks = sql`(select ${mondayAsked(reading, "from")} + 7 * n as week from generate_series(0, ${weeksAsked(reading)} - 1) n)`;
  const isAsked = (stationId: Fragment) => (stationIds ? sql`${stationId} = ${stationIds}` : sql`true`);
  const seats = reading.shareWhole(sql`select * from ${seatsHeld(reading, () => weeks, stationIds)} each_held`);
  const found = reading.shareWhole(
    sql`select member_id, station_id, week from ${membersInWeeks(reading, weeks, seats)} each_found where ${isAsked(sql`station_id`)} and ${inReach(reading, sql`station_id`)}`,
  );
  const memberIds = sql`(select shown.member_id from ${found} shown)`;
  const week = {
    memberId: sql`found.member_id`,
    stationId: sql`found.station_id`,
    week: sql`found.week`,
    signedAt: sql`r.signed_at`,
  };
  const lines = linesToCount(reading, () => weeks, { seats, memberIds });
  return sql`
    select found.member_id, found.station_id, found.week, m.badge, r.id as review_id, r.signed_at, r.revision, ${toSign(week, reading)} as to_sign,
      case when r.signed_at is not null then jsonb_array_length(r.snapshot -> 'lines') else coalesce(live.lines, 0) end as lines,
      ${join(countNames.map(either), ", ")}
    from ${found} found
    join members m on m.bureau_id = ${reading.bureau} and m.id = found.member_id
    left join lateral (
      select w.id, w.signed_at, w.revision, w.snapshot, w.done, w.late, w.missed, w.returned, w.waiting from week_reviews w
      where w.bureau_id = ${reading.bureau} and w.station_id = found.station_id and w.member_id = found.member_id and w.week_start = found.week
      order by w.revision desc limit 1) r on true
    left join (
      select l.member_id, l.station_id, l.week, count(*)::int as lines, ${counts} from ${lines} l
      where ${isAsked(sql`l.station_id`)} group by l.member_id, l.station_id, l.week
    ) live on live.member_id = found.member_id and live.station_id = found.station_id and live.week = found.week`;
}

const countNames = ["done", "late", "missed", "returned", "waiting"] as const;

const either = (name: string): Fragment =>
  raw(`case when r.signed_at is not null then r.${name} else coalesce(live.${name}, 0) end as ${name}`);

/** The members of the unit, and of those below it, in the weeks asked about, at the station that they are at home at or have something to do at. */
export const weekCells = query(
  "week_cells",
  {
    memberId: "not null",
    stationId: "not null",
    week: "not null",
    badge: "not null",
    reviewId: "null",
    signedAt: "null",
    revision: "null",
    toSign: "null",
    lines: "not null",
    done: "not null",
    late: "not null",
    missed: "not null",
    returned: "not null",
    waiting: "not null",
  },
  (reading) => {
    const units = reading.shareWhole(subtreeOf(reading.arg("unitId", "uuid")!, reading));
    return cellsOf(reading, sql`any(array(select asked.id from ${units} asked))`);
  },
  { isHeavy: true },
);

/** The same for each station in reach, of all of its members. */
export const stationWeeks = query(
  "station_weeks",
  {
    stationId: "not null",
    week: "not null",
    members: "not null",
    signed: "not null",
    blank: "not null",
    done: "not null",
    late: "not null",
    missed: "not null",
    returned: "not null",
    waiting: "not null",
    toSign: "not null",
    overdue: "not null",
  },
  (reading) => sql`
    select c.station_id, c.week, count(*)::int as members, count(c.signed_at)::int as signed, (count(*) filter (where c.lines = 0))::int as blank,
      count(c.to_sign)::int as to_sign, (count(*) filter (where c.to_sign = 'OVERDUE'))::int as overdue,
      ${raw(countNames.map((name) => `sum(c.${name})::int as ${name}`).join(", "))}
    from (${cellsOf(reading)}) c group by c.station_id, c.week`,
  { isHeavy: true },
);
