import type { Cell } from "./database.ts";
import { holderJson, inForce, today } from "./seats.ts";

export const isOpen = `i.state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED')`;

/** In SQL: an instant as JSON has it, and how an item `i` that is open stands to its next due time. */
export const instant = (value: string) =>
  `coalesce('"' || to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"', 'null')`;
export const finite = (value: string) => instant(`case when isfinite(${value}) then ${value} end`);
export const light = `case when i.suspended_since is not null then 'SUSPENDED' when i.next_due_at is null then 'NONE'
  when i.next_due_at <= now() then 'OVERDUE' when i.warn_at <= now() then 'DUE_SOON' else 'NORMAL' end`;

export const optional = (value: string) => `coalesce('"' || ${value} || '"', 'null')`;

export const hasLeft = `(coalesce(m.left_on <= ${today}, false) or exists (select from service_breaks l where l.bureau_id = $1::uuid and l.member_id = m.id
  and l.starts_on <= ${today} and (l.ends_on is null or l.ends_on > ${today})))`;

/**
 * Rows of what {@link Answering} goes by: who is away with the substitute, which members hold which duty, and who holds the address of
 * each item of `page`.
 */
export const answeringParts = `
  select 1 as part, b.member_id::text as a, m.id::text as b, ${holderJson} as c, m.badge as d, case when not ${hasLeft} then m.kind end as e from absences b
    left join members m on m.bureau_id = $1::uuid and m.id = b.substitute_id where b.bureau_id = $1::uuid and ${inForce("b")}
  union all select 2, h.duty, h.member_kind, null, null, null from duty_holders h where h.bureau_id = $1::uuid
  union all select 3, i.id::text, m.id::text, ${holderJson}, m.badge, i.duty from page i
    join assignments a on a.bureau_id = $1::uuid and a.grid_id = i.grid_id and a.duty = i.duty and ${inForce("a")}
    join members m on m.bureau_id = $1::uuid and m.id = a.member_id
  union all select 3, i.id::text, m.id::text, ${holderJson}, m.badge, null from page i
    join members m on m.bureau_id = $1::uuid and m.id = i.member_id where i.duty is null and not ${hasLeft}`;

interface Person {
  id: Cell;
  json: Cell;
  badge: string;
}

interface Away extends Person {
  /** Of the substitute; null where that one has left. */
  kind: Cell;
}

/** Who answers for each item of a page: holders, or whoever stands in for one who is away. */
export class Answering {
  readonly #away = new Map<Cell, Away>();
  readonly #held = new Set<string>();
  readonly #people = new Map<Cell, Person[]>();

  add([part, a = null, b = null, c = null, d = null, e = null]: readonly Cell[]) {
    const person = { id: b, json: c, badge: d as string };
    if (Number(part) === 1) this.#away.set(a, { ...person, kind: e });
    else if (Number(part) === 2) this.#held.add(`${a} ${b}`);
    else {
      const answering = this.#insteadOf(person, e);
      const people = this.#people.get(a);
      if (!people) this.#people.set(a, answering ? [answering] : []);
      else if (answering && people.every(({ id }) => id !== answering.id)) people.push(answering);
    }
  }

  #insteadOf(holder: Person, duty: Cell): Person | undefined {
    const passed = new Set([holder.id]);
    let away = this.#away.get(holder.id);
    if (!away) return holder;
    for (;;) {
      if (away.id === null || passed.has(away.id)) return undefined;
      const next = this.#away.get(away.id);
      if (!next)
        return away.kind !== null && (duty === null || this.#held.has(`${duty} ${away.kind}`)) ? away : undefined;
      passed.add(away.id);
      away = next;
    }
  }

  /** In JSON, by badge. */
  of(itemId: Cell): string[] {
    const people = this.#people.get(itemId) ?? [];
    if (people.length > 1) people.sort((a, b) => (a.badge < b.badge ? -1 : 1));
    return people.map(({ json }) => json as string);
  }
}
