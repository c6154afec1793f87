import type { Answer, Cell } from "./database.ts";
import { cursorOf } from "./cursors.ts";
import { today } from "./seats.ts";
import { Answering, answeringParts, finite, instant, isOpen, light, optional } from "./work.ts";

const size = 50;
const isOrder = `i.bureau_id = $1::uuid and i.kind = 'ORDER' and ${isOpen}`;
const due = "coalesce(i.next_due_at, 'infinity')";

const text = `
  with page as materialized (select i.* from work_items i where ${isOrder} order by ${due}, i.id limit ${size + 1})
  select 0 as part, (select count(*) from work_items i where ${isOrder})::text as a, (select b.cursor_key from bureaus b where b.bureau_id = $1::uuid) as b,
    null as c, null as d, null as e
  union all ${answeringParts}
  union all (select 4, i.id::text, ${due}::text,
    '{"id":"' || i.id || '","number":' || to_json(i.number) || ',"title":' || to_json(i.title) || ',"orderKind":' || ${optional("i.order_kind")} || ',"state":"' || i.state
      || '","urgency":"' || i.urgency || '","nextDueAt":' || ${finite("i.next_due_at")} || ',"light":"' || ${light} || '","isVacant":',
    ',"matter":' || coalesce('{"number":' || to_json(o.number) || ',"title":' || to_json(o.title) || '}', 'null') || ',"grid":' || coalesce('{"id":"' || g.id || '","code":' || to_json(g.code) || ',"name":' || to_json(f.name) || '}', 'null') || ',"duty":' || ${optional("i.duty")} || ',"responsible":',
    ',"lastEvent":{"action":' || to_json(v.action) || ',"at":' || ${instant("v.at")} || ',"actorName":' || to_json(v.actor_name) || '}}'
    from page i join work_events v on v.bureau_id = $1::uuid and v.id = i.last_event_id
    left join matters o on o.bureau_id = $1::uuid and o.id = i.matter_id
    left join (grids g join grid_facts f on f.bureau_id = $1::uuid and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today}))
      on g.bureau_id = $1::uuid and g.id = i.grid_id order by ${due}, i.id)`;

export const desk: Answer = async (database, { bureauId }) => {
  const answering = new Answering();
  const nodes: string[] = [];
  let [total, key, last, found]: [Cell, Cell, Cell[] | undefined, number] = ["0", null, undefined, 0];
  for (const row of await database.short(text, [bureauId!])) {
    const [part, a = null, b = null, c = null, d = null, e = null] = row;
    if (Number(part) === 0) [total, key] = [a, b];
    else if (Number(part) < 4) answering.add(row);
    else if (found++ < size) {
      const people = answering.of(a);
      nodes.push(`${c}${people.length === 0}${d}[${people.join()}]${e}`);
      last = [b, a];
    }
  }
  const endCursor = last ? cursorOf(key, "workItems DUE timestamptz,uuid", last) : "null";
  return `{"data":{"workItems":{"totalCount":${total},"nodes":[${nodes.join()}],"pageInfo":{"hasNextPage":${found > size},"endCursor":${endCursor}}}}}`;
};
