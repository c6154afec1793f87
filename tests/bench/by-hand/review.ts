import type { Answer } from "./database.ts";
import { lines, seats, stationsOver, weeks } from "./weeks.ts";

const station = "(select id from home)";
const day = (value: string) => `coalesce('"' || to_char(${value}, 'YYYY-MM-DD') || '"', 'null')`;
const text = (value: string) => `coalesce(to_json(${value})::text, 'null')`;

const statement = `
  with ${weeks("$3", "1")}, ${stationsOver},
  home as materialized (
    select coalesce(s.station_id, u.unit_id) as id, u.ends_on is null or u.ends_on > w.last as is_home
    from w join member_units u on u.bureau_id = $1::uuid and u.member_id = $2::uuid and u.starts_on <= w.last and (u.ends_on is null or u.ends_on > w.week)
    left join stations s on s.unit_id = u.unit_id order by u.starts_on desc limit 1),
  ${seats(station, "and a.member_id = $2::uuid")}, ${lines("(select $2::uuid as id)", station)}
  select '{"week":"' || $3 || '","isHome":' || home.is_home || ',"member":{"id":"' || m.id || '","name":' || to_json(m.name) || ',"badge":' || to_json(m.badge)
    || '},"station":{"id":"' || s.id || '","name":' || to_json(s.name) || '},"lines":[' || coalesce((
      select string_agg('{"key":' || to_json(l.key) || ',"source":"' || l.source || '","standing":' || ${text("l.standing")} || ',"title":' || to_json(l.title) || ',"number":' || ${text("l.number")}
          || ',"kind":' || ${text("l.kind")} || ',"state":' || ${text("l.state")} || ',"gridName":' || ${text("l.grid_name")} || ',"duty":' || ${text("l.duty")} || ',"dueOn":' || ${day("l.due_on")}
          || ',"closedOn":' || ${day("l.closed_on")} || ',"isLate":' || l.is_late || ',"isWaiting":' || l.is_waiting || ',"isReturned":' || l.is_returned || ',"photos":' || l.photos
          || ',"decision":' || ${text("l.decision")} || '}', ','
        order by array_position(array['DUTIES', 'OPEN_MATTERS', 'WORK_DUE', 'ACHIEVEMENTS'], l.source), l.due_on nulls first, l.grid_name nulls first, l.key)
      from lines l where l.station_id = home.id), '') || ']}' as json
  from home join members m on m.bureau_id = $1::uuid and m.id = $2::uuid join units s on s.bureau_id = $1::uuid and s.id = home.id`;

export const review: Answer = async (database, { bureauId, memberId, week }) => {
  const [[json] = [null]] = await database.short(statement, [bureauId!, memberId!, week!]);
  return `{"data":{"threeLists":${json ?? "null"}}}`;
};
