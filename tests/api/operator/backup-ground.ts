import { createHash } from "node:crypto";
import postgres, { type Sql } from "postgres";
import type { TestDatabase } from "../../support/database.ts";
import { plainDays } from "../../support/plain-days.ts";

export const passphrase = "松柏后凋于岁寒 2026";
/** Weak, so that a test waits for none: how strong it is usually is looked at by itself. */
export const weak = { cost: 2, blocks: 1, lanes: 1 };

export async function asSuperuser<R>({ superuserUrl }: TestDatabase, work: (sql: Sql) => Promise<R>): Promise<R> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {}, types: plainDays });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** What a database holds and how it is made: the digest of all rows of each table, and of each thing its catalogue tells. */
export function everythingIn(database: TestDatabase): Promise<Record<string, string>> {
  return asSuperuser(database, async (sql) => {
    const all: Record<string, string> = {};
    const tables = await sql<{ place: string }[]>`
      select format('%I.%I', n.nspname, c.relname) as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'maple_jobs', 'drizzle') and c.relkind in ('r', 'p') and not c.relispartition`;
    for (const { place } of tables) {
      const [row] = await sql.unsafe<{ count: string; digest: string }[]>(
        `select count(*)::text as count, md5(coalesce(string_agg(t::text, e'\\n' order by t::text), '')) as digest from ${place} t`,
      );
      all[place] = `${row!.count} ${row!.digest}`;
    }
    for (const [name, query] of Object.entries(madeOf)) {
      const rows = await sql.unsafe(query);
      all[name] = createHash("md5").update(JSON.stringify(rows)).digest("hex");
    }
    return all;
  });
}

const here = "n.nspname in ('public', 'maple_jobs', 'drizzle')";
const madeOf = {
  constraints: `select conrelid::regclass::text as a, conname as b, pg_get_constraintdef(k.oid) as c, convalidated as d
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${here} order by 1, 2`,
  triggers: `select tgrelid::regclass::text as a, pg_get_triggerdef(t.oid) as b, tgenabled as c from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${here} and not tgisinternal order by 1, 2`,
  indexes: `select tablename as a, indexdef as b from pg_indexes i join pg_namespace n on n.nspname = i.schemaname where ${here} order by 1, 2`,
  guards: `select c.relname as a, relrowsecurity as b, relforcerowsecurity as c, relacl::text as d, relowner::regrole::text as e from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where ${here} and relkind in ('r', 'p', 'S') order by 1`,
  policies: `select schemaname as a, tablename as b, policyname as c, roles::text as d, cmd as e, qual as f, with_check as g from pg_policies order by 1, 2, 3`,
  functions: `select p.oid::regprocedure::text as a, md5(prosrc) as b, prosecdef as c, proacl::text as d from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${here} order by 1`,
  columns: `select table_schema as a, table_name as b, column_name as c, data_type as d, column_default as e, is_nullable as f, generation_expression as g
    from information_schema.columns n where table_schema in ('public', 'maple_jobs', 'drizzle') order by 1, 2, ordinal_position`,
};
