import { cursorOf } from "./cursors.ts";
import type { Answer, Cell } from "./database.ts";
import { gridsToday, holderJson, Holders, inForce, seatsOf, Standards, today } from "./seats.ts";

const size = 50;

const text = `
  with page as materialized (
    select g.id, g.code, f.name, f.kind, f.complexity, u.name as station,
      g.opened_on <= ${today} and (g.closed_on is null or g.closed_on > ${today}) as is_open
    from ${gridsToday} join units u on u.bureau_id = $1::uuid and u.id = f.station_id
    where g.bureau_id = $1::uuid and f.kind = $2::text order by g.code, g.id limit ${size + 1}
  )
  select 0 as part, count(*)::text as a, (select b.cursor_key from bureaus b where b.bureau_id = $1::uuid) as b, null as c, null as d
    from ${gridsToday} where g.bureau_id = $1::uuid and f.kind = $2::text
  union all select 1, s.grid_kind, s.complexity, s.duty, s.at_least::text from staffing_standards s
    where s.bureau_id = $1::uuid and s.grid_kind = $2::text and ${inForce("s")}
  union all (select 2, p.id::text, a.duty, ${holderJson}, null from page p
    join assignments a on a.bureau_id = $1::uuid and a.grid_id = p.id and ${inForce("a")} join members m on m.bureau_id = $1::uuid and m.id = a.member_id
    where p.is_open order by a.starts_at, a.id)
  union all select 3, p.id::text, p.code, ',"code":' || to_json(p.code) || ',"name":' || to_json(p.name) || ',"station":{"name":' || to_json(p.station) || '}',
    case when p.is_open then p.kind || ' ' || p.complexity end from page p`;

export const page: Answer = async (database, { bureauId, kind }) => {
  const standards = new Standards();
  const holders = new Holders();
  const nodes: string[] = [];
  let [total, key, last, found]: [Cell, Cell, Cell[] | undefined, number] = ["0", null, undefined, 0];
  for (const [part, a = null, b = null, c = null, d = null] of await database.short(text, [bureauId!, kind!])) {
    switch (Number(part)) {
      case 0:
        total = a;
        key = b;
        break;
      case 1:
        standards.add(`${a} ${b}`, c, d);
        break;
      case 2:
        holders.add(a, b, c);
        break;
      default: {
        if (found++ === size) break;
        const seats = d === null ? "[]" : seatsOf({ atLeast: standards.of(d), holders: holders.of(a) }, false);
        nodes.push(`{"id":"${a}"${c},"seats":${seats}}`);
        last = [b, a];
      }
    }
  }
  const endCursor = last ? cursorOf(key, "grids CODE text,uuid", last) : "null";
  return `{"data":{"grids":{"totalCount":${total},"nodes":[${nodes.join()}],"pageInfo":{"hasNextPage":${found > size},"endCursor":${endCursor}}}}}`;
};
