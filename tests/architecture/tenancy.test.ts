import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../support/bureau.ts";

/** Unique over all bureaus: what a sign-in name says after its `@`. */
const global = ["bureaus_code_unique"];

let bureau: Bureau;
let superuser: Sql;
let application: Sql;
let tables: string[];

beforeAll(async () => {
  bureau = await makeBureau();
  const { superuserUrl, applicationUrl } = await theServer();
  superuser = postgres(superuserUrl, { max: 1 });
  application = postgres(applicationUrl, { max: 1 });
  const rows = await superuser<
    { name: string }[]
  >`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  tables = rows.map(({ name }) => name);
});
afterAll(() => Promise.all([superuser.end(), application.end()]));

it("every table's rows name their bureau, first of all", async () => {
  const rows = await superuser<{ name: string }[]>`
    select attrelid::regclass::text as name from pg_attribute where attname = 'bureau_id' and attnotnull and attnum = 1 and attrelid::regclass::text = any(${tables})`;
  expect(rows.map(({ name }) => name).sort()).toEqual(tables);
});

it("every table's rows are walled off, even from the tables' owner", async () => {
  const open = await superuser<{ name: string }[]>`
    select relname as name from pg_class c where relname = any(${tables}) and relnamespace = 'public'::regnamespace
      and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`;
  expect(open.map(({ name }) => name)).toEqual([]);
});

it("every key and every reference begins with the bureau, on both sides", async () => {
  const loose = await superuser<{ name: string }[]>`
    select conname as name from pg_constraint c where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')
      and not ((select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) = 'bureau_id'
        and (contype <> 'f' or (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) = 'bureau_id'))
    union all
    select indexrelid::regclass::text from pg_index i join pg_class c on c.oid = indrelid
    where c.relnamespace = 'public'::regnamespace and indisunique and (select attname from pg_attribute where attrelid = indrelid and attnum = indkey[0]) is distinct from 'bureau_id'`;
  expect([...new Set(loose.map(({ name }) => name))].sort()).toEqual(global);
});

it("what must not overlap is compared by one opaque key that begins with the bureau, so that no look-up is planned on its index", async () => {
  const constraints = await superuser<{ name: string; key: string; columns: string }[]>`
    select conname as name, pg_get_indexdef(conindid, 1, true) as key, indkey::text as columns
    from pg_constraint join pg_index on indexrelid = conindid where connamespace = 'public'::regnamespace and contype = 'x'`;
  expect(constraints.length).toBeGreaterThan(4);
  expect(constraints.filter(({ key }) => !/^\(md5\(\(*bureau_id::text \|\| /.test(key))).toEqual([]);
  expect(constraints.filter(({ columns }) => !/^0( 0)*$/.test(columns))).toEqual([]);
});

it("without an identity nothing is seen and nothing written", async () => {
  const seen: Record<string, number> = {};
  for (const table of tables) seen[table] = (await application`select 1 from ${application(table)} limit 1`).length;
  expect(Object.entries(seen).filter(([, count]) => count > 0)).toEqual([]);
  await expect(
    application`insert into bureaus ${application({ bureau_id: crypto.randomUUID(), code: "outsider", name: "无" })}`,
  ).rejects.toThrow("row-level security");
});

it("under one bureau's identity no other's rows are seen or written", async () => {
  const other = await makeBureau();
  await bureau.sql(async (sql) => {
    for (const table of tables)
      expect([table, (await sql`select 1 from ${sql(table)} where bureau_id <> ${bureau.id} limit 1`).length]).toEqual([
        table,
        0,
      ]);
    expect((await sql`update units set name = '别人的' where bureau_id = ${other.id}`).count).toBe(0);
  });
  await expect(
    bureau.sql(
      (sql) =>
        sql`insert into duty_holders ${sql({ bureauId: other.id, id: crypto.randomUUID(), duty: "MEDIATOR", memberKind: "OFFICER" })}`,
    ),
  ).rejects.toThrow("row-level security");
});
