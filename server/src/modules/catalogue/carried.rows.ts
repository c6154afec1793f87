import { dutyLines } from "@maple-bridge/drizzle/tables";
import { type Fragment, query, type Reading, rowUnder, sql } from "#kernel/read";

/** [from, to), or the one moment `from` where there is no `to`. */
export interface Span {
  from: Fragment;
  to: Fragment | undefined;
}

const startOf = (day: Fragment) => sql`(${day}::timestamp at time zone 'Asia/Shanghai')`;

/**
 * The lines of the seats that were held in the span, by their assignments: the bureau's and the station's whose grid it was, each for as long
 * as it was in force. A line counts once for an assignment, if only for a part of the span; the bureau's not where the station had
 * one in its place all the while.
 */
export const carriedIn = (reading: Reading, span: Span): Fragment => {
  const until = span.to ?? sql`${span.from} + interval '1 microsecond'`;
  const line = rowUnder(dutyLines, "line");
  return sql`(
  select held.id as assignment_id, held.member_id, held.grid_id, line.id as line_id
  from assignments held
  join duty_lines line on line.bureau_id = held.bureau_id and line.duty = held.duty and not line.is_set_aside
    and line.starts_at < ${until} and (line.ends_at is null or line.ends_at > ${span.from})
  where held.bureau_id = ${reading.bureau} and held.starts_at < ${until} and (held.ends_at is null or held.ends_at > ${span.from})
    and exists (
      select from grid_facts was
      cross join lateral (
        select greatest(held.starts_at, line.starts_at, ${startOf(sql`was.starts_on`)}, ${span.from}) as since,
          least(held.ends_at, line.ends_at, ${startOf(sql`was.ends_on`)}, ${until}) as until
      ) both_held
      where was.bureau_id = held.bureau_id and was.grid_id = held.grid_id and both_held.since < both_held.until
        and (line.grid_kind is null or line.grid_kind = was.kind) and (line.level is null or line.level = was.level)
        and (line.station_id = was.station_id or line.station_id is null and not ${isReplaced(line, reading)})))`;
};

/**
 * Whether the station had lines of its own in the bureau's place for all of the time: they never overlap, so their lengths add up to it.
 * Which stations have any is asked first, once for all.
 */
const isReplaced = (line: { owner: Fragment; code: Fragment }, reading: Reading): Fragment => sql`(was.station_id in (
  select of_station.station_id from duty_lines of_station where of_station.bureau_id = ${reading.bureau} and of_station.station_id is not null) and coalesce((
  select sum(least(own.ends_at, both_held.until) - greatest(own.starts_at, both_held.since)) >= both_held.until - both_held.since
  from duty_lines own where own.bureau_id = ${reading.bureau} and own.station_id = was.station_id and own.owner = ${line.owner} and own.code = ${line.code}
    and own.starts_at < both_held.until and (own.ends_at is null or own.ends_at > both_held.since)), false))`;

/** Of the span that the field is asked about. */
export const carriedLines = query(
  "carried_lines",
  { assignmentId: "not null", memberId: "not null", gridId: "not null", lineId: "not null" },
  (reading) => {
    const [from, to] = [reading.arg("from", "timestamptz"), reading.arg("to", "timestamptz")];
    return carriedIn(reading, { from: sql`${from ?? reading.at}`, to: to && sql`${to}` });
  },
);
