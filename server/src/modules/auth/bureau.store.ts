import type { Database } from "#kernel/database/database";

/** The bureau that the part of a sign-in name after the `@` names. */
export function findBureau(database: Database, code: string): Promise<string | undefined> {
  return database.writes.begin(async (sql) => {
    await sql`select set_config('maple.sign_in_code', ${code}, true)`;
    const [bureau] = await sql<{ bureauId: string }[]>`select bureau_id from bureaus where code = ${code}`;
    return bureau?.bureauId;
  });
}
