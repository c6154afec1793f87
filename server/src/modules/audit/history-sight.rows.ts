import * as tables from "@maple-bridge/drizzle/tables";
import { getTableColumns, isTable } from "drizzle-orm";
import type { auditEntries } from "@maple-bridge/drizzle/tables";
import { everything, type Fragment, join, literal, type Reading, type RowOf, sql } from "#kernel/read";

type Entry = RowOf<typeof auditEntries>;

/** Keys of a deed that name another row, beside the key of its id; `lists` hold such objects in turn. */
export interface NamedRow {
  id: string;
  names: readonly string[];
  lists?: readonly string[];
  sees: (id: Fragment, reading: Reading) => Fragment;
}

/** A key of some actions' deeds, and the deed's reason with it, that not everyone who sees the row may know. */
export interface GuardedKey {
  actions: string;
  key: string;
  mayKnow: (entry: Entry, reading: Reading) => Fragment;
}

const named: NamedRow[] = [];
const guarded: GuardedKey[] = [];

/** Where a deed names another row, history tells the name to who sees that row now. */
export const nameInHistory = (row: NamedRow) => void named.push(row);
export const guardInHistory = (key: GuardedKey) => void guarded.push(key);

/** Told besides the columns of tables, which are the rows' own; what is neither of them nor named is not told. */
const alsoTold = ["roles", "sessionsEnded", "rows"];
const told = [
  ...new Set([
    ...Object.values(tables).flatMap((table) => (isTable(table) ? Object.keys(getTableColumns(table)) : [])),
    ...alsoTold,
  ]),
];

const list = (keys: readonly string[]) => sql`array[${join(keys.map(literal), ",")}]`;
const isGuarded = (entry: Entry, { actions }: GuardedKey) => sql`starts_with(${entry.action}, ${literal(actions)})`;

/** What a deed's `before` or `after` tells in a row's history. */
export function toldInHistory(entry: Entry, state: Fragment, reading: Reading): Fragment {
  const cases = [
    ...guarded.map((each) => {
      const isIt = sql`k.key = ${literal(each.key)} and ${isGuarded(entry, each)}`;
      return sql`when ${isIt} then ${each.mayKnow(entry, reading)}`;
    }),
    ...named.map(({ id, names, sees }) => {
      const isIt = sql`k.key = any(${list(names)}) and ${state} ? ${literal(id)}`;
      return sql`when ${isIt} then ${sees(sql`(${state}->>${literal(id)})::uuid`, reading)}`;
    }),
    sql`else k.key = any(${list(told)})`,
  ];
  return sql`case when ${state} is not null then coalesce((
    select jsonb_object_agg(k.key, ${toldValue(reading)}) from jsonb_each(${state}) k where case ${join(cases, " ")} end), '{}') end`;
}

function toldValue(reading: Reading): Fragment {
  const cases = named.flatMap(({ id, names, lists = [], sees }) => {
    const seen = sees(sql`(each.value->>${literal(id)})::uuid`, reading);
    if (lists.length === 0 || seen === everything) return [];
    const told = sql`case when ${seen} then each.value else each.value - ${list(names)} end`;
    return sql`when k.key = any(${list(lists)}) and jsonb_typeof(k.value) = 'array'
      then (select jsonb_agg(${told}) from jsonb_array_elements(k.value) each)`;
  });
  return cases.length > 0 ? sql`case ${join(cases, " ")} else k.value end` : sql`k.value`;
}

export function reasonInHistory(entry: Entry, reading: Reading): Fragment {
  const cases = guarded.map((each) => {
    const isHidden = sql`${isGuarded(entry, each)} and not ${each.mayKnow(entry, reading)}`;
    return sql`when ${isHidden} then null`;
  });
  return cases.length > 0 ? sql`case ${join(cases, " ")} else ${entry.reason} end` : entry.reason;
}
