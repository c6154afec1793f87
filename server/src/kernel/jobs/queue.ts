import { jobsSchema } from "@maple-bridge/drizzle/jobs";
import { PgBoss } from "pg-boss";
import type { JobConnection } from "../database/connect.ts";
import type { Sql } from "../database/in-bureau.ts";
import { Unavailable } from "../errors.ts";
import type { JobData } from "./job.ts";

/** Where jobs wait: pg-boss's tables, which our own statements do not touch. */
export interface Queue {
  /** Sends a job with the transaction's commit; refused as unavailable where no server has made its queue yet. */
  send(sql: Sql, name: string, data: JobData): Promise<void>;
  /** What was sent has committed. */
  wake(names: readonly string[]): void;
  /** Tells a worker of what was sent here, so that it need not wait for its next look. */
  whenWoken(listener: (names: readonly string[]) => void): void;
  /** The package at work over the queue's one connection. */
  boss(options?: BossOptions): PgBoss;
  close(): Promise<void>;
}

type BossOptions = ConstructorParameters<typeof PgBoss>[0] & object;

/** pg-boss opens no connection of its own, owns no table, rebuilds no index and keeps no names of machines. */
const asGuest = {
  schema: jobsSchema,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
  reindex: false,
  monitorVacuum: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
} satisfies BossOptions;

export function openQueue(connect: () => JobConnection): Queue {
  let connection: JobConnection | undefined;
  let listener: (names: readonly string[]) => void = () => {};
  const db = { executeSql: (text: string, values?: unknown[]) => execute((connection ??= connect()), text, values) };
  const boss = (options: BossOptions = {}) => new PgBoss({ ...asGuest, ...options, db });
  const sender = boss();
  const known = new Set<string>();
  return {
    async send(sql, name, data) {
      if (!known.has(name) && (await sender.getQueue(name)) === null) throw new Unavailable();
      known.add(name);
      const inTransaction = { executeSql: async (text: string, values: unknown[] = []) => rowsOf(sql, text, values) };
      await sender.send(name, data, { ...ofBureau(data), db: inTransaction });
    },
    wake: (names) => listener(names),
    whenWoken: (told) => void (listener = told),
    boss,
    close: async () => connection?.end({ timeout: 1 }),
  };
}

/** By the key a queue lets one of a bureau run at a time, by the group it is passed over while others have their turn. */
export const ofBureau = ({ bureauId }: JobData) => ({ singletonKey: bureauId, group: { id: bureauId } });

const rowsOf = async (sql: Sql, text: string, values: unknown[]) => ({
  rows: await sql.unsafe(text, values as never[], { prepare: true }),
});

/** Some of pg-boss's texts are whole transactions: one that fails is not left open for those behind it. */
async function execute(sql: JobConnection, text: string, values: unknown[] = []) {
  try {
    if (values.length > 0) return { rows: await sql.unsafe(text, values.map(nullOf) as never[]) };
    const results = await sql.unsafe(text).simple();
    return { rows: Array.isArray(results[0]) ? (results as unknown as unknown[][]).flat() : results };
  } catch (error) {
    if (/^\s*begin\b/i.test(text)) await sql.unsafe("rollback").simple();
    throw error;
  }
}

const nullOf = (value: unknown) => value ?? null;
