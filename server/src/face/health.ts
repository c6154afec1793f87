import { missingMigrations } from "@maple-bridge/drizzle/migrated";
import type { FastifyInstance } from "fastify";
import type { Sql } from "postgres";
import type { Logger } from "pino";
import type { Database } from "#kernel/database/database";

/** `/livez`: the process answers. `/readyz`: so does its database, at the migration that this code was written for. */
export function serveHealth(fastify: FastifyInstance, database: Database, log: Logger) {
  fastify.get("/livez", async () => ({ alive: true }));
  fastify.get("/readyz", async (_request, reply) => {
    const reason = await whyNotReady(database, log);
    void reply.code(reason ? 503 : 200).header("cache-control", "no-store");
    return reason ? { ready: false, reason } : { ready: true };
  });
}

async function whyNotReady({ writes }: Database, log: Logger): Promise<string | undefined> {
  try {
    const missing = await missingMigrations(writes as unknown as Sql);
    return missing.length > 0 ? "migrations are missing" : undefined;
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return "the database does not answer";
  }
}
