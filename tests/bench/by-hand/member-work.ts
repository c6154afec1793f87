import type { Answer, Cell } from "./database.ts";
import { inForce, today } from "./seats.ts";
import { Answering, answeringParts, finite, isOpen, light, optional } from "./work.ts";

const weekdaysUpTo = (day: string) =>
  `(5 * ((${day} - date '1970-01-05') / 7) + least((${day} - date '1970-01-05') % 7 + 1, 5))`;
const dueDay = `((i.next_due_at - interval '1 ms') at time zone 'Asia/Shanghai')::date`;
const between = `(${weekdaysUpTo("w.later")} - ${weekdaysUpTo("w.sooner")} + coalesce((select sum(case d.opening when 'OPEN' then 1 else -1 end) from calendar_days d
  where d.bureau_id = $1::uuid and d.revision_id = (select r.id from calendar_revisions r where r.bureau_id = $1::uuid and r.state = 'PUBLISHED' order by r.number desc limit 1)
    and d.day > w.sooner and d.day <= w.later), 0))`;
const daysLeft = `(case when isfinite(i.next_due_at) then (select case when w.later = ${dueDay} then 1 else -1 end * ${between}
  from (select least(${dueDay}, ${today}) as sooner, greatest(${dueDay}, ${today}) as later) w) end)`;

const text = `
  with page as materialized (
    select i.* from assignments a join work_items i on i.bureau_id = $1::uuid and i.grid_id = a.grid_id and i.duty = a.duty and ${isOpen}
      where a.bureau_id = $1::uuid and a.member_id = (select id from members where bureau_id = $1::uuid and badge = $2::text) and ${inForce("a")}
    union select i.* from work_items i where i.bureau_id = $1::uuid and ${isOpen} and i.member_id is not null
      and i.member_id = (select id from members where bureau_id = $1::uuid and badge = $2::text)
  )
  select 0 as part, m.id::text as a, to_json(m.name)::text as b, null as c, null as d, null as e from members m where m.bureau_id = $1::uuid and m.badge = $2::text
  union all ${answeringParts}
  union all (select 4, i.id::text,
    '{"id":"' || i.id || '","number":' || to_json(i.number) || ',"kind":"' || i.kind || '","orderKind":' || ${optional("i.order_kind")} || ',"title":' || to_json(i.title)
      || ',"urgency":"' || i.urgency || '","state":"' || i.state || '","isSuspended":' || (i.suspended_since is not null) || ',"isLate":' || i.is_late || ',"card":' || ${optional("i.card")}
      || ',"nextDueAt":' || ${finite("i.next_due_at")} || ',"warnAt":' || ${finite("i.warn_at")} || ',"light":"' || ${light}
      || '","workingDaysLeft":' || coalesce(${daysLeft}::text, 'null') || ',"isVacant":',
    ',"station":{"id":"' || s.id || '","name":' || to_json(s.name) || '},"grid":' || coalesce('{"id":"' || g.id || '","code":' || to_json(g.code) || ',"name":' || to_json(f.name) || '}', 'null')
      || ',"duty":' || ${optional("i.duty")} || ',"responsible":', null, null
    from page i join units s on s.bureau_id = $1::uuid and s.id = i.station_id
    left join (grids g join grid_facts f on f.bureau_id = $1::uuid and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today}))
      on g.bureau_id = $1::uuid and g.id = i.grid_id order by i.next_due_at nulls last, i.id)`;

export const memberWork: Answer = async (database, { bureauId, badge }) => {
  const answering = new Answering();
  const items: string[] = [];
  let [id, name]: Cell[] = [null, null];
  for (const row of await database.short(text, [bureauId!, badge!])) {
    const [part, a = null, b = null, c = null] = row;
    if (Number(part) === 0) [id, name] = [a, b];
    else if (Number(part) < 4) answering.add(row);
    else {
      const people = answering.of(a);
      items.push(`${b}${people.length === 0}${c}[${people.join()}]}`);
    }
  }
  if (id === null) return `{"data":{"member":null}}`;
  return `{"data":{"member":{"id":"${id}","name":${name},"openWork":[${items.join()}]}}}`;
};
