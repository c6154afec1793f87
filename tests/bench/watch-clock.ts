import type { Sql } from "postgres";

/**
 * The transactions of what time brings about, as they are looked at again and again: alone of all they read what was told of items, and a
 * table that is read is locked until the end. Each is as long as it was when it was last seen, some milliseconds less than it lasted.
 */
export function watchClock(sql: Sql) {
  const longest = new Map<string, number>();
  let lastSeen = performance.now();
  let isOver = false;
  const watching = watch();

  async function watch() {
    const seen = await sql<{ table: string }[]>`select 'work_ticks'::regclass::oid as table`;
    const { table } = seen[0]!;
    while (!isOver)
      for (const { key, age } of await sql<{ key: string; age: number }[]>`
        select a.pid || ' ' || a.xact_start as key, (extract(epoch from clock_timestamp() - a.xact_start) * 1000)::float as age
        from pg_locks l join pg_stat_activity a using (pid)
        where l.relation = ${table} and l.pid <> pg_backend_pid() and a.application_name in ('maple-bridge commands', 'maple-bridge writes') and a.xact_start is not null`) {
        longest.set(key, Math.max(age, longest.get(key) ?? 0));
        lastSeen = performance.now();
      }
  }

  return {
    isQuietFor: (milliseconds: number) => performance.now() - lastSeen > milliseconds,
    /** How long each of them was. */
    async stop(): Promise<number[]> {
      isOver = true;
      await watching;
      return [...longest.values()];
    },
  };
}
