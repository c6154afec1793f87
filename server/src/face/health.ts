import { statfs } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { missingMigrations } from "@maple-bridge/drizzle/migrated";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Sql } from "postgres";
import { connectForWrites } from "#kernel/database/connect";

const rememberedMs = 1_000;
const longestLookMs = 2_000;
const isLate = "the database does not answer in time";
/** Below this, the next thing to be written may find no room. */
const leastFree = 256 * 1_024 * 1_024;

interface Options {
  databaseUrl: string;
  /** Where the server writes: room must be left there. */
  folders: readonly string[];
  log: Logger;
}

/**
 * `/livez`: the process answers. `/readyz`: its database is at the migration that this code was written for and takes a
 * write to its disk, and there is room on ours. However many ask, one look a second, on a connection of its own.
 */
export function serveHealth(fastify: FastifyInstance, options: Options) {
  let sql = connectForWrites(options.databaseUrl, 1);
  const answer = onceInAWhile(look);
  fastify.get("/livez", async () => ({ alive: true }));
  fastify.get("/readyz", async (_request, reply) => {
    const reason = await answer();
    void reply.code(reason ? 503 : 200).header("cache-control", "no-store");
    return reason ? { ready: false, reason } : { ready: true };
  });
  fastify.addHook("onClose", () => sql.end({ timeout: 0 }));

  async function look(): Promise<string | undefined> {
    const patience = new AbortController();
    const late = pause(longestLookMs, isLate, { signal: patience.signal }).catch(() => undefined);
    const reason = await Promise.race([whyNotReady(sql as unknown as Sql, options), late]);
    patience.abort();
    if (reason === isLate) renew();
    return reason;
  }

  /** What hangs on the old connection ends with it. */
  function renew() {
    void sql.end({ timeout: 0 });
    sql = connectForWrites(options.databaseUrl, 1);
  }
}

async function whyNotReady(sql: Sql, { folders, log }: Options): Promise<string | undefined> {
  try {
    for (const folder of folders) {
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < leastFree) return tell(`there is little room left in ${folder}`, "the disk is full");
    }
    if ((await missingMigrations(sql)).length > 0) return "migrations are missing";
    const [row] =
      await sql`select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as reads_only`;
    if (row?.["readsOnly"]) return tell("the database only reads", "the database takes no writes");
    await sql`select pg_logical_emit_message(true, 'maple', 'ready')`;
    return undefined;
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return "the database does not answer";
  }

  function tell(line: string, reason: string) {
    log.warn(line);
    return reason;
  }
}

/** One look for all who ask at a time and shortly after. */
function onceInAWhile<T>(look: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (last && Date.now() < until) return last;
    until = Infinity;
    last = look().finally(() => (until = Date.now() + rememberedMs));
    return last;
  };
}
