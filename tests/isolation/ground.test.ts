import { beforeAll, expect, test } from "vitest";
import { setStage, type Stage } from "./support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});

/** Columns that no canary fits, beside those that the database holds to the words of an enumeration. */
const closed: Record<string, string> = {
  "accounts.password_hash": "the canary is its salt, in base64",
  "audit_entries.hash": "worked out by the database",
  "audit_entries.previous_hash": "worked out by the database",
  "audit_heads.hash": "worked out by the database",
  "bureaus.cursor_key": "32 bytes of the database's own making, without which no cursor is sealed",
  "calendar_revisions.announced_years": "years",
  "duty_lines.owner": "words of the schema's enumerations, put together by the database",
  "divisions.code": "digits: each bureau of the ground has a county of its own",
  "import_deeds.list": "a word of ours",
  "import_deeds.rows": "none, so that a server has nothing to tell of them",
  "import_made.list": "a word of ours",
  "import_runs.summary": "numbers",
  "list_schemes.sources": "words of the schema's enumeration",
  "recheck_draws.digest": "worked out of the pool",
  "recheck_draws.seed": "random bits",
  "week_reviews.digest": "worked out of the snapshot",
  "work_events.action": "a word of ours",
  "units.template": "a word of the schema's enumeration",
};

test("every table of the schema has rows of both bureaus", async () => {
  const { superuser, a, b } = stage;
  const tables = await superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const empty: string[] = [];
  for (const { name } of tables)
    for (const { id, letter } of [a, b]) {
      const [row] = await superuser`select exists (select from ${superuser(name)} where bureau_id = ${id}) as has`;
      if (!row!["has"]) empty.push(`${name} of ${letter}: put rows into it in tests/isolation/support/ground.ts`);
    }
  expect(empty).toEqual([]);
});

test("every column that holds text, JSON or bytes holds a canary, or is known to hold none", async () => {
  const { superuser } = stage;
  const columns = await superuser<{ table: string; name: string }[]>`
    select table_name as table, column_name as name from information_schema.columns
    where table_schema = 'public' and not exists (
        select from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        where c.contype = 'c' and c.conrelid = (quote_ident(table_name))::regclass and a.attname = column_name and cardinality(c.conkey) = 1 and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%')
      and data_type not in ('uuid', 'integer', 'smallint', 'bigint', 'boolean', 'date', 'timestamp with time zone')`;
  const without: string[] = [];
  for (const { table, name } of columns) {
    const [row] = await superuser`
      select exists (select from ${superuser(table)} t where lower(to_jsonb(t)->>${name}) like '%canary-a-%' or encode(convert_to('canary-a-', 'utf8'), 'hex') = substr(to_jsonb(t)->>${name}, 3, 18)) as has`;
    if (!row!["has"]) without.push(`${table}.${name}`);
  }
  expect(without.sort()).toEqual(Object.keys(closed).sort());
});
