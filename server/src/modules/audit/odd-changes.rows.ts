import type { auditEntries } from "@maple-bridge/drizzle/tables";
import { registerEnumType } from "type-graphql";
import { type Fragment, join, literal, nothing, type Reading, type RowOf, sql } from "#kernel/read";

type Entry = RowOf<typeof auditEntries>;

/** From this hour in the evening to that one in the morning, in China. Both are ours: offices are closed by ten, and open at six at the earliest. */
const nightHours = { from: 22, to: 6 };

/** So many entries of one request are in bulk. The number is ours: a page of changes made by hand one after another is less. */
const bulkEntries = 20;

interface DatedActions {
  /** How they begin. */
  actions: readonly string[];
  /** The keys of what they tell that say from when it is so: days of China, or instants. */
  days: readonly string[];
}

const everyday: string[] = [];
const dated: DatedActions[] = [];

/** A module's daily work, signing in and looking things up: done at any hour and by hundreds, and so never odd. */
export const everydayActions = (...actions: readonly string[]) => void everyday.push(...actions);

/** Which of a module's changes hold from a day on, and where that day stands in what the log tells of them. */
export const datedActions = (actions: DatedActions) => void dated.push(actions);

interface Oddity {
  because: string;
  holds(entry: Entry, reading: Reading): Fragment;
}

const oddities = {
  BACKDATED: {
    because:
      "In force from a day before the day it was made: what was looked at and worked by meanwhile was something else.",
    holds: (entry) =>
      sql`(${join(
        dated.map((each) => isBefore(entry, each)),
        " or ",
      )})`,
  },
  AT_NIGHT: {
    because: `Made between ${nightHours.from}:00 and ${nightHours.to}:00 in China, when offices are closed and nobody looks on.`,
    holds: ({ at }) =>
      sql`extract(hour from ${at} at time zone 'Asia/Shanghai') not between ${literal(String(nightHours.to))}::int and ${literal(String(nightHours.from - 1))}::int`,
  },
  IN_BULK: {
    because: `One of ${bulkEntries} or more entries of one request: one press has changed what nobody looked at one by one.`,
    holds: ({ requestId }, { bureau }) => sql`(select count(*) from (
      select from audit_entries same where same.bureau_id = ${bureau} and same.request_id = ${requestId} limit ${literal(String(bulkEntries))}::int) counted)
      = ${literal(String(bulkEntries))}::int`,
  },
} as const satisfies Record<string, Oddity>;

export type OddChange = keyof typeof oddities;
const names = Object.keys(oddities) as OddChange[];
export const OddChange = Object.fromEntries(names.map((name) => [name, name])) as { [Name in OddChange]: Name };

registerEnumType(OddChange, {
  name: "OddChange",
  description:
    "What an auditor looks at first. Only changes that a person or an operator has made are odd, and none of the daily work: steps of work and matters, photos, lists as files, signing in.",
  valuesConfig: Object.fromEntries(names.map((name) => [name, { description: oddities[name].because }])),
});

export const isOdd = (entry: Entry, kind: OddChange, reading: Reading) =>
  sql`${isChange(entry)} and ${oddities[kind].holds(entry, reading)}`;

export const odditiesOf = (entry: Entry, reading: Reading) =>
  sql`array_remove(array[${join(
    names.map((kind) => sql`case when ${isOdd(entry, kind, reading)} then ${literal(kind)} end`),
    ",",
  )}], null)`;

const beginsWithAny = ({ action }: Entry, actions: readonly string[]) =>
  actions.length === 0
    ? nothing
    : sql`${action} like any(array[${join(
        actions.map((each) => literal(`${each}%`)),
        ",",
      )}])`;

/** Made by somebody, and no everyday thing. What time brings about is nobody's. */
const isChange = (entry: Entry) =>
  sql`(${entry.accountId} is not null or ${entry.actorName} = 'operator') and not ${beginsWithAny(entry, everyday)}`;

/**
 * What has become different says from when: what it became, or what it was where it was taken back; the day itself where the deed tells
 * one. Days are ten characters, and what is longer an instant.
 */
const isBefore = (entry: Entry, { actions, days }: DatedActions) => {
  const { at, before, after } = entry;
  const inChina = (instant: Fragment) => sql`to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  return sql`(${beginsWithAny(entry, actions)} and (
    select min(case when length(said) = 10 then said when said like '____-__-__T%' then ${inChina(sql`said::timestamptz`)} end)
    from unnest(array[${join(days.map(literal), ",")}]) day (key)
    cross join lateral (select ${after}->>day.key as became, ${before}->>day.key as was) told
    cross join lateral (select coalesce(became, was) as said) one
    where (became is distinct from was) and (became is not null or ${after}->>'startsOn' is null)) < ${inChina(at)})`;
};
