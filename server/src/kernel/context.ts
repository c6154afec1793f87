import type { Logger } from "pino";
import type { Actor } from "./actor.ts";
import type { Credential } from "./database/identity.ts";
import type { Database } from "./database/database.ts";
import { Unauthenticated } from "./errors.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Locale } from "./messages.ts";
import type { Deed } from "./record.ts";

/** What one request carries: who asks, in which language, at what time, on which database. */
export interface Context {
  requestId: string;
  locale: Locale;
  /** Null before sign-in. Commands look the actor up anew inside their transaction. */
  actor: Actor | null;
  credential: Credential | null;
  database: Database;
  /** What is sealed is sealed by this; it is not in the database. Undefined where the server was given none. */
  sealKey?: Buffer | undefined;
  files: FileStore;
  now(): Date;
  /** Aborted when nobody waits any more: the caller is gone, or the request's time is over. */
  signal: AbortSignal;
  log: Logger;
  http: HttpExchange;
  /** Tells listeners, and the memory of who is who, what a commit has changed. */
  announce(bureauId: string, deeds: readonly Deed[]): void;
}

/** What sign-in and sign-out need of the browser's request. */
export interface HttpExchange {
  address: string;
  userAgent: string;
  /** The secret of the device that the browser has kept since it last signed in. */
  device: string | null;
  setSession(secret: string | null, expires?: Date): void;
  setDevice(secret: string): void;
}

/** The signal of work that goes on without a request. */
export const unending: AbortSignal = new AbortController().signal;

export function actorOf(ctx: Pick<Context, "actor">): Actor {
  if (!ctx.actor) throw new Unauthenticated();
  return ctx.actor;
}
