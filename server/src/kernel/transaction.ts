import type { PendingQuery, Row } from "postgres";
import type { Actor } from "./actor.ts";
import type { Context } from "./context.ts";
import type { Sql } from "./database/in-bureau.ts";
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
  /** What is sent together with the commit; without it, statements are sent as they come. */
  closing?: Fragment[];
  /** What is written is written provided that the ground still stands. */
  isProvided?: boolean;
}

/** A statement not yet sent, or a part of one. */
export type Fragment = PendingQuery<Row[]>;

/** Whether the actor holds: nothing has changed in the bureau about who may do what, and the session or token is not over. */
export const isStill = ({ known }: Actor, stamp: number, now: Date) =>
  known.stamp === stamp && (known.until === null || known.until > now);

/** Leaves a statement for whose answer nothing waits to be sent together with the commit. */
export async function atCommit({ closing }: Transaction, statement: PendingQuery<Row[]>): Promise<void> {
  if (closing) closing.push(statement);
  else await statement;
}

/** The end of each statement that writes: nothing, or the condition that what was seen still stands. */
export const provided = ({ sql, isProvided }: Transaction): Fragment =>
  isProvided ? sql`where (select yes from stands)` : sql``;
