import type { GraphQLSchema } from "graphql";
import type { Context } from "../context.ts";
import type { Database } from "../database/database.ts";
import type { Sql } from "../database/in-bureau.ts";

/** What a job is sent with: ids and numbers, and nothing of what they stand for. */
export type Ids = Readonly<Record<string, string | number | undefined>>;

/** Whose it is and, where an account has asked for it, whose and in which request. */
export interface JobData extends Ids {
  bureauId: string;
  accountId?: string;
  requestId?: string;
}

/** What a run is given: a context without a request, whose actor is the account that asked, as it is now. */
export interface JobContext extends Context {
  bureauId: string;
  ids: JobData;
  /** For what is read as a program would read it. */
  schema: GraphQLSchema;
  /** Of a job that is given up: which one it was, and the code of what it failed by. */
  source: { job: string; id: string; code: string } | null;
  /** A transaction under the bureau's identity that is no command. */
  inBureau<R>(work: (sql: Sql) => Promise<R>): Promise<R>;
}

/**
 * Work of one bureau that goes on without a request. It may be begun more than once, so it begins with a look at what is still
 * to be done, and commits what it does by portions or as a whole.
 */
export interface Job {
  /** Its queue: `<module>.<whatItDoes>`. */
  name: string;
  /** Ends early where `ctx.signal` is aborted: another server carries on. What it throws has it tried again. */
  run(ctx: JobContext): Promise<void>;
  /** Says to whoever waits for it that it will not be done: it has failed as often as is tried. */
  givenUp?(ctx: JobContext): Promise<void>;
  /** So many run at once on each server, one of each bureau. */
  atOnce?: number;
  /** A run that takes longer has failed. */
  longestMinutes?: number;
  /** When each bureau's is sent, once a day: hour and minute in China. Without it or `due`, commands send it. */
  daily?: `${number}:${number}`;
  /** The bureaus in which something is due by now: it is asked every few seconds, and the job sent for each, once at a time. */
  due?(place: Pick<Database, "writes">, now: Date): Promise<readonly { bureauId: string }[]>;
}
