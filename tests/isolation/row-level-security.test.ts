import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checksumOf } from "./support/checksum.ts";
import { longest } from "./support/form.ts";
import { setStage, type Stage } from "./support/stage.ts";

type Session = Sql | TransactionSql;
type Row = Record<string, Parameters<Sql["json"]>[0]>;

let stage: Stage;
let application: Sql;
let tables: string[];

beforeAll(async () => {
  stage = await setStage();
  application = postgres(stage.applicationUrl, { max: 1 });
  const found = await stage.superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;
  tables = found.map(({ name }) => name);
});
afterAll(() => application.end());

const identify = (sql: Session, bureauId: string) => sql`select set_config('maple.bureau_id', ${bureauId}, true)`;

/** What statements without any condition do under bureau a's identity that they should not. */
async function breaches(sql: Session, table: string, theirs: Row): Promise<string[]> {
  const { a, b } = stage;
  const [seen] =
    await sql`select count(*) filter (where bureau_id = ${a.id})::int as own, count(*) filter (where bureau_id <> ${a.id})::int as foreign from ${sql(table)}`;
  const found: string[] = [];
  if (seen!["own"] === 0) found.push(`${table}: one's own rows are not seen`);
  if (seen!["foreign"] > 0) found.push(`${table}: another bureau's rows are seen`);
  const attempts: [string, (sql: TransactionSql) => Promise<{ count: number }>][] = [
    ["changed", (sql) => sql`update ${sql(table)} set bureau_id = bureau_id where bureau_id = ${b.id}`],
    ["given away", (sql) => sql`update ${sql(table)} set bureau_id = ${b.id} where bureau_id = ${a.id}`],
    ["deleted", (sql) => sql`delete from ${sql(table)} where bureau_id = ${b.id}`],
    [
      "written",
      (sql) =>
        sql`insert into ${sql(table)} (${sql(Object.keys(theirs))}) select ${sql(Object.keys(theirs))} from jsonb_populate_record(null::${sql(table)}, ${sql.json(theirs)})`,
    ],
  ];
  for (const [what, attempt] of attempts) {
    const outcome = await attempted(sql, attempt);
    if (!refused.test(outcome)) found.push(`${table}: another bureau's rows may be ${what}: ${outcome}`);
  }
  return found;
}

/** Read before anything is locked. */
async function theirRow(table: string): Promise<Row> {
  const { superuser, b } = stage;
  const [found] = await superuser<
    { row: Row }[]
  >`select to_jsonb(t) - array(select attname::text from pg_attribute where attrelid = ${table}::regclass and attgenerated <> '') as row
    from ${superuser(table)} t where bureau_id = ${b.id} limit 1`;
  return found!.row;
}

/** Refused by the wall, for want of the privilege or by a trigger that comes before the wall; or there was no such row. */
const refused =
  /^(0 rows|.*row-level security policy.*|permission denied for table .*|an assignment's history is never overwritten|a published (calendar|checklist) is never changed|a report by another version than its run's|a revision of a (duty line|list scheme) ends, and does not change|a signed week never changes|what was drawn stays drawn)$/;

/** Nothing of it stays. */
async function attempted(sql: Session, attempt: (sql: TransactionSql) => Promise<{ count: number }>): Promise<string> {
  const undo = new Error("undone");
  let outcome = "";
  const work = async (inner: TransactionSql) => {
    outcome = `${(await attempt(inner)).count} rows`;
    throw undo;
  };
  try {
    await ("savepoint" in sql ? sql.savepoint(work) : sql.begin(work));
  } catch (error) {
    if (error !== undo) outcome = (error as Error).message;
  }
  return outcome;
}

const allBreaches = async (sql: Session) => {
  const found: string[] = [];
  for (const table of tables) found.push(...(await breaches(sql, table, await theirRow(table))));
  return found;
};

test(
  "row-level security alone keeps every table of one bureau from another",
  async () => {
    const before = await checksumOf(stage.superuser, stage.b.id);
    const found = await application.begin(async (sql) => {
      await identify(sql, stage.a.id);
      return allBreaches(sql);
    });
    expect(tables.length).toBeGreaterThan(15);
    expect(found).toEqual([]);
    expect(await checksumOf(stage.superuser, stage.b.id)).toEqual(before);
  },
  longest,
);

/** Every policy of every table, and how each wall can fall. */
const falls: [string, (sql: TransactionSql, table: string, policy: string) => Promise<unknown>][] = [
  ["dropped", (sql, table, policy) => sql`drop policy ${sql(policy)} on ${sql(table)}`],
  ["opened", (sql, table, policy) => sql`alter policy ${sql(policy)} on ${sql(table)} using (true)`],
  ["switched off", (sql, table) => sql`alter table ${sql(table)} disable row level security`],
];

test(
  "each policy dropped, opened or switched off is noticed",
  async () => {
    const policies = await stage.superuser<{ table: string; name: string }[]>`
    select tablename as table, policyname as name from pg_policies where schemaname = 'public' order by 1, 2`;
    const unnoticed: string[] = [];
    for (const { table, name } of policies)
      for (const [how, fall] of falls) {
        const found = await onFallen((sql) => fall(sql, table, name), table);
        if (found.length === 0) unnoticed.push(`${table}: ${name} ${how}`);
      }
    expect(policies.map(({ table }) => table)).toEqual(expect.arrayContaining(tables));
    expect(unnoticed).toEqual(notForAFall);
  },
  longest,
);

/**
 * One shows a bureau to nobody yet, and that one to itself: without it sign-in fails. Six are for the owner alone, open or nearly so:
 * without them no end of an audit log is kept, no broken one counted, nobody told how far back the outbox reaches, no bureau's daily jobs are sent, and nothing of
 * its work is told by the clock. Other tests hold them.
 */
const notForAFall = [
  "audit_chain_checks: checks_are_counted dropped",
  "audit_chain_checks: checks_are_counted opened",
  "audit_chain_results: breaks_are_counted dropped",
  "audit_chain_results: breaks_are_counted opened",
  "audit_heads: ends_are_kept dropped",
  "audit_heads: ends_are_kept opened",
  "bureaus: bureau_named_at_sign_in dropped",
  "bureaus: bureaus_whose_ends_are_kept dropped",
  "bureaus: bureaus_whose_ends_are_kept opened",
  "outbox_events: outbox_is_dated dropped",
  "outbox_events: outbox_is_dated opened",
  "work_items: due_by_the_clock dropped",
  "work_items: due_by_the_clock opened",
];

/** In a transaction of the superuser, which lays the wall down, becomes the application's role, and takes it all back. */
async function onFallen(fall: (sql: TransactionSql) => Promise<unknown>, table: string): Promise<string[]> {
  const undo = new Error("undone");
  let found: string[] = [];
  const single = postgres(stage.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await single.begin(async (sql) => {
      const theirs = await theirRow(table);
      await fall(sql);
      await sql`set local role ${sql(stage.applicationRole)}`;
      await identify(sql, stage.a.id);
      found = await breaches(sql, table, theirs);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  } finally {
    await single.end();
  }
  return found;
}
