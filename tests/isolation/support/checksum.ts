import type { Sql } from "postgres";

/** Of every row of a bureau in every table, or of those that name somebody; when somebody was last there does not count. */
export async function checksumOf(superuser: Sql, bureauId: string, naming = ""): Promise<Record<string, string>> {
  const tables = await superuser<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await superuser<{ count: number; sum: string }[]>`
      select count(*)::int as count, md5(string_agg(content, ',' order by content)) as sum
      from (select (to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text as content from ${superuser(name)} t where bureau_id = ${bureauId}) rows
      where content like ${`%${naming}%`}`;
    sums[name] = `${row!.count} rows ${row!.sum}`;
  }
  return sums;
}
