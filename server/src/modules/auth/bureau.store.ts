import type { Sql } from "#kernel/command";
import type { Database } from "#kernel/database/database";

/** The bureau that the part of a sign-in name after the `@` names. */
export function findBureau(database: Database, code: string): Promise<string | undefined> {
  return database.writes.begin(async (sql) => {
    await sql`select set_config('maple.sign_in_code', ${code}, true)`;
    const [bureau] = await sql<{ bureauId: string }[]>`select bureau_id from bureaus where code = ${code}`;
    return bureau?.bureauId;
  });
}

/** A transaction that sees the bureau's rows, for what happens before anyone is signed in. */
export function inBureau<R>(database: Database, bureauId: string, run: (sql: Sql) => Promise<R>): Promise<R> {
  return database.writes.begin(async (sql) => {
    await sql`select set_config('maple.bureau_id', ${bureauId}, true)`;
    return run(sql);
  }) as Promise<R>;
}
