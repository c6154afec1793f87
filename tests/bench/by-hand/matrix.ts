import type { Answer } from "./database.ts";
import { instant } from "./work.ts";
import { lines, seats, stationsOver, weeks } from "./weeks.ts";

export const weeksShown = 8;
const count = (condition: string) => `count(*) filter (where source = 'WORK_DUE' and (${condition}))`;
const either = (name: string) => `(case when r.signed_at is not null then r.${name} else coalesce(l.${name}, 0) end)`;

/** Of one station, or of all. */
const statementOf = (isOne: boolean) => {
  const only = (station: string) => (isOne ? "$2::uuid" : station);
  return `
  with ${weeks("$3", String(weeksShown))}, ${stationsOver}, ${seats(only("f.station_id"))}, ${lines("(select id from members where bureau_id = $1::uuid)", only("i.station_id"))},
  cells as (
    select u.member_id, coalesce(s.station_id, u.unit_id) as station_id, w.week from w
    join member_units u on u.bureau_id = $1::uuid and u.starts_on <= w.last and (u.ends_on is null or u.ends_on > w.week)
    join members m on m.bureau_id = $1::uuid and m.id = u.member_id and (m.joined_on is null or m.joined_on <= w.last) and (m.left_on is null or m.left_on > w.week)
    left join stations s on s.unit_id = u.unit_id where coalesce(s.station_id, u.unit_id) = ${only("coalesce(s.station_id, u.unit_id)")}
    union select member_id, station_id, week from h
    union select i.submitted_by, i.station_id, w.week from w join work_items i on i.bureau_id = $1::uuid and i.station_id = ${only("i.station_id")} and i.closed_on >= w.week
      and i.closed_on <= w.last where i.submitted_by is not null
    union select r.member_id, r.station_id, w.week from w join week_reviews r on r.bureau_id = $1::uuid and r.station_id = ${only("r.station_id")} and r.week_start = w.week),
  counted as (
    select member_id, station_id, week, count(*) as lines, ${count("standing = 'DONE'")} as done, ${count("standing <> 'MISSED' and is_late")} as late, ${count("standing = 'MISSED'")} as missed,
      ${count("is_returned or decision = 'RETURNED'")} as returned, ${count("is_waiting and decision is null")} as waiting
    from lines where station_id = ${only("station_id")} group by member_id, station_id, week)
  select string_agg('{"member":{"id":"' || m.id || '","name":' || to_json(m.name) || ',"badge":' || to_json(m.badge) || '},"week":"' || to_char(c.week, 'YYYY-MM-DD')
    || '","lines":' || case when r.signed_at is not null then jsonb_array_length(r.snapshot -> 'lines') else coalesce(l.lines, 0) end || ',"done":' || ${either("done")}
    || ',"late":' || ${either("late")} || ',"missed":' || ${either("missed")} || ',"returned":' || ${either("returned")} || ',"waiting":' || ${either("waiting")}
    || ',"signedAt":' || ${instant("r.signed_at")} || ',"revision":' || coalesce(r.revision::text, 'null') || '}', ',' order by m.badge, m.id, c.week, c.station_id) as json
  from cells c join members m on m.bureau_id = $1::uuid and m.id = c.member_id
  left join lateral (select * from week_reviews r where r.bureau_id = $1::uuid and r.station_id = c.station_id and r.member_id = c.member_id and r.week_start = c.week
    order by r.revision desc limit 1) r on true
  left join counted l on l.member_id = c.member_id and l.station_id = c.station_id and l.week = c.week ${isOne ? "" : "where $2::uuid is not null"}`;
};

const answerOf =
  (statement: string): Answer =>
  async (database, { bureauId, unitId, from }) => {
    const [[json] = [null]] = await database.long(statement, [bureauId!, unitId!, from!]);
    return `{"data":{"weekMatrix":[${json ?? ""}]}}`;
  };

export const matrix = answerOf(statementOf(true));
export const bureauMatrix = answerOf(statementOf(false));
