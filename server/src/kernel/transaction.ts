import type { PgTable } from "drizzle-orm/pg-core";
import type { Actor } from "./actor.ts";
import type { Context } from "./context.ts";
import type { Sql } from "./database/in-bureau.ts";
import { type Insertion, insertion, insertStatements, type Part } from "./database/insertion.ts";
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
  /** What goes with the commit, or before whatever else is asked: to take `sql` sends it. */
  waiting?: Waiting[];
  /** What was sent and is not waited for; the commit tells whether it went well. */
  unawaited?: Promise<unknown>[];
  /** The jobs that go with the commit. */
  sent?: string[];
}

/** What overwrites a row. */
interface Waiting {
  row: string;
  part: Part;
}

/** A command's transaction whose overwritings wait for its commit. */
export function commandTransaction(sql: Sql, of: Omit<Transaction, "sql" | "waiting">): Transaction {
  const waiting: Waiting[] = [];
  const tx = { ...of, waiting };
  return Object.defineProperty(tx as never as Transaction, "sql", {
    get: () => {
      for (const { part } of waiting.splice(0)) void unawaited(tx, runAlone(sql, tx.bureauId, part));
      return sql;
    },
  });
}

const runAlone = (sql: Sql, bureauId: string, { text, values }: Part) =>
  sql.unsafe(text, [bureauId, ...values], { prepare: true }).execute();

/** Of each number of parts there is a statement. */
const mostWaiting = 4;

/** A statement overwrites a row once: where another part waits for the same row, what waits is sent. */
export async function atCommit(tx: Transaction, of: Waiting): Promise<void> {
  if (!tx.waiting) return void (await runAlone(tx.sql, tx.bureauId, of.part));
  if (tx.waiting.length === mostWaiting || tx.waiting.some(({ row }) => row === of.row)) void tx.sql;
  tx.waiting.push(of);
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
export async function unawaited(
  { unawaited: sent }: Pick<Transaction, "unawaited">,
  statement: Promise<unknown>,
): Promise<void> {
  if (!sent) return void (await statement);
  statement.catch(() => {});
  sent.push(statement);
}

/** What the first of those that were not waited for has failed with: what was told instead follows from it. */
export async function failureBefore({ unawaited: sent = [] }: Transaction, error: unknown): Promise<unknown> {
  const failed = (await Promise.allSettled(sent)).find(({ status }) => status === "rejected");
  return failed ? (failed as PromiseRejectedResult).reason : error;
}

export async function insertAll(tx: Transaction, some: readonly Insertion[]): Promise<void> {
  if (tx.insertions) tx.insertions.push(...some);
  else for (const statement of insertStatements(tx.sql, tx.bureauId, some)) await statement;
}
