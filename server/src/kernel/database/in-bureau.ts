import type { TransactionSql } from "postgres";
import type { Database } from "./database.ts";

export type Sql = TransactionSql<{ bigint: number; date: string }>;

/** A transaction under the bureau's identity that is no command: its statements go behind the one that sets it. */
export function inBureau<R>(
  { writes }: Pick<Database, "writes">,
  bureauId: string,
  run: (sql: Sql) => Promise<R>,
): Promise<R> {
  return writes.begin(async (sql) => {
    const [, result] = await Promise.all([
      sql`select set_config('maple.bureau_id', ${bureauId}, true)`.execute(),
      run(sql),
    ]);
    return result;
  }) as Promise<R>;
}
