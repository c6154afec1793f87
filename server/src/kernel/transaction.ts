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
  /** What was sent and is not waited for; the commit tells whether it went well. */
  unawaited?: Promise<unknown>[];
  /** The jobs that go with the commit. */
  sent?: string[];
}

/** Whether the actor holds: nothing has changed in the bureau about who may do what, and the session or token is not over. */
export const isStill = ({ known }: Actor, stamp: number, now: Date) =>
  known.stamp === stamp && (known.until === null || known.until > now);

/** The way to insert where nothing in the transaction waits for it: the rows are sent together with the commit. */
export async function insert<T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: Parameters<typeof insertion<T>>[1],
): Promise<void> {
  await insertAll(tx, [insertion(table, rows)]);
}

/** For rows that what follows in the transaction reads or points at, or that are too many to be kept until the commit. */
export const insertNow = <T extends PgTable>(
  tx: Transaction,
  table: T,
  rows: Parameters<typeof insertion<T>>[1],
): Promise<void> => insertTogether(tx, insertion(table, rows));

/** The same for rows of several tables, in their order: one statement, as far as they are few. */
export async function insertTogether(tx: Transaction, ...some: readonly Insertion[]): Promise<void> {
  const statements = insertStatements(tx.sql, tx.bureauId, some);
  if (statements.length === 1) return unawaited(tx, statements[0]!.execute());
  for (const statement of statements) await statement;
}

/**
 * A statement that was sent and whose answer nobody needs: what follows on the connection sees what it has written. Where it fails, so
 * does all that follows, and the transaction with what it failed with (`failureBefore`).
 */
export async function unawaited({ unawaited: sent }: Transaction, statement: Promise<unknown>): Promise<void> {
  if (!sent) return void (await statement);
  statement.catch(() => {});
  sent.push(statement);
}

/** What the first of those that were not waited for has failed with: what was told instead follows from it. */
export async function failureBefore({ unawaited: sent = [] }: Transaction, error: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === "rejected");
  return failed ? (failed as PromiseRejectedResult).reason : error;
}

export async function insertAll({ sql, bureauId, insertions }: Transaction, some: readonly Insertion[]): Promise<void> {
  if (insertions) insertions.push(...some);
  else for (const statement of insertStatements(sql, bureauId, some)) await statement;
}
