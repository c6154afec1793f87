import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import * as tables from "../tables/index.ts";
import type { Draft } from "./draft.ts";
import type { Told } from "./log/log-of.ts";
import { entriesOf, eventsOf, rowsOf } from "./rows.ts";

type Transaction = Pick<PostgresJsDatabase, "execute" | "select" | "insert">;

/** Writes a bureau whole or not at all; false where one of that code is there. */
export function writeBureau(
  database: PostgresJsDatabase,
  draft: Draft,
  told: Told,
  passwordHash: string,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { bureauId, code, name } = draft;
    await tx.execute(
      sql`select set_config('maple.bureau_id', ${bureauId}, true), set_config('maple.sign_in_code', ${code}, true)`,
    );
    if ((await tx.select().from(tables.bureaus).where(eq(tables.bureaus.code, code))).length > 0) return false;
    await tx.insert(tables.bureaus).values({ bureauId, code, name, createdAt: told.entries[0]?.at.toISOString() });
    const write = <T extends PgTable>(table: T, rows: Omit<T["$inferInsert"], "bureauId">[]) =>
      insertAll(tx, table, bureauId, rows);
    for (const { table, rows } of rowsOf(draft, told)) await write(table, rows as never[]);
    await writeAccounts(tx, draft, told, passwordHash);
    await write(tables.importRuns, told.importRuns);
    await write(tables.outboxEvents, eventsOf(draft, told));
    await write(tables.auditEntries, entriesOf(draft, told));
    return true;
  });
}

const rowsAtOnce = 1_000;

async function insertAll<T extends PgTable>(tx: Transaction, table: T, bureauId: string, rows: object[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = rows.slice(start, start + rowsAtOnce).map((row) => Object.assign({ bureauId }, row));
    await tx.insert(table).values(chunk as T["$inferInsert"][]);
  }
}

async function writeAccounts(tx: Transaction, { bureauId, accounts }: Draft, told: Told, passwordHash: string) {
  const rows = accounts.map(({ accountId, name, displayName }) => ({
    ...{ bureauId, id: accountId, name, displayName, passwordHash, mustChangePassword: false },
    createdAt: told.accountsMadeAt.get(accountId)?.toISOString(),
  }));
  await tx.insert(tables.accounts).values(rows);
  const grants = accounts.map(({ id, accountId, role, unitId }) => ({ bureauId, id, accountId, role, unitId }));
  await tx.insert(tables.roleGrants).values(grants);
}
