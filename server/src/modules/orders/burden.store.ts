import type { Transaction } from "#kernel/command";
import { inCommand, raw, readingIn } from "#kernel/read";
import type { Burden } from "./burden.rules.ts";
import { countsInWeek } from "./burden.rows.ts";
import { memberWork } from "#modules/work";

/** What open tasks and runs take of the members' week. */
export const burdensOf = (tx: Transaction, memberIds: readonly string[], monday: string): PromiseLike<Burden[]> =>
  tx.sql<Burden[]>`
    with week as (select ${monday}::date as monday)
    select m.id as member_id, m.name as member, coalesce(sum(i.burden_minutes) filter (where ${inCommand(tx, countsInWeek("i", raw("week.monday")))}), 0)::int as minutes
    from week cross join members m
    left join ${inCommand(tx, memberWork.relation.source(readingIn(tx)))} own on own.member_id = m.id
    left join work_items i on i.bureau_id = m.bureau_id and i.id = own.item_id
    where m.bureau_id = ${tx.bureauId} and m.id = any(${[...memberIds]}::uuid[]) group by m.id, m.name order by m.name`;
