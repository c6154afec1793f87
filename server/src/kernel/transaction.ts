import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Actor } from "./actor.ts";
import type { Context } from "./context.ts";
import type { Sql } from "./database/in-bureau.ts";
import { type Insertion, insertion, insertStatements } from "./database/insertion.ts";
import type { Deed } from "./record.ts";

/** A command's transaction: its connection carries the bureau's identity, its actor was looked up in it. */
export interface Transaction {
  sql: Sql;
  bureauId: string;
  actor: Actor;
  now: Date;
  ctx: Context;
  /** What `record` was told, for those who listen once it has committed. */
  deeds: Deed[];
  /** What is inserted together with the commit; without it, rows are sent as they come. */
  insertions?: Insertion[];
  /** The jobs that go with the commit. */
  sent?: string[];
}

/** Whether the actor holds: nothing has changed in the bureau about who may do what, and the session or token is not over. */
export const isStill = ({ known }: Actor, stamp: number, now: Date) =>
  known.stamp === stamp && (known.until === null || known.until > now);

/** Leaves rows, for whose insertion nothing waits, to be sent together with the commit. */
export async function insert<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: Parameters<typeof insertion<T>>[1],
): Promise<void> {
  await insertAll(tx, [insertion(table, rows)]);
}

/** For rows that what follows in the transaction builds on, or that are too many to be kept until then. */
export async function insertNow<T extends PgTable>(
  { sql, bureauId }: Transaction,
  table: T,
  rows: Parameters<typeof insertion<T>>[1],
): Promise<void> {
  for (const statement of insertStatements(sql, bureauId, [insertion(table, rows)])) await statement;
}

export async function insertAll({ sql, bureauId, insertions }: Transaction, some: readonly Insertion[]): Promise<void> {
  if (insertions) insertions.push(...some);
  else for (const statement of insertStatements(sql, bureauId, some)) await statement;
}

/** Changes these columns of a row and raises its version; with none, what belongs to it has changed. */
export async function update(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  table: PgTable,
  id: string,
  change: object,
): Promise<void> {
  const name = sql(getTableName(table));
  const changed = sql(change as Record<string, never>);
  // The driver reads columns and values from such an object where they follow upon `set`, in the same template.
  await (Object.keys(change).length > 0
    ? sql`update ${name} set ${changed}, version = version + 1 where bureau_id = ${bureauId} and id = ${id}`
    : sql`update ${name} set version = version + 1 where bureau_id = ${bureauId} and id = ${id}`);
}
