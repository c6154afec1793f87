import postgres from "postgres";
import { arrayLiteral } from "../read/reading.ts";

const settings = {
  fetch_types: false,
  onnotice: () => {},
  connect_timeout: 5,
  // In seconds: a database that is back is found at once, however long it was gone.
  backoff: (failures: number) => Math.min(0.02 * 2 ** failures, 0.2),
  types: {
    bigint: { to: 20, from: [20], parse: (text: string) => Number(text), serialize: (value: number) => String(value) },
    date: { to: 1082, from: [1082], parse: (text: string) => text, serialize: (text: string) => text },
  },
} satisfies postgres.Options<Record<string, postgres.PostgresType>>;

export type ReadConnection = ReturnType<typeof connectForReads>;
export type WriteConnection = ReturnType<typeof connectForWrites>;
export type ReservedConnection = Awaited<ReturnType<WriteConnection["reserve"]>>;
export type JobConnection = ReturnType<typeof connectForJobs>;
export type SnapshotConnection = ReturnType<typeof connectForSnapshots>;
export type FlushConnection = ReturnType<typeof connectForFlushes>;

/** Each statement ends before its request does: statement < request < connection. A light read that takes longer is a heavy one. */
export const lightTimeoutMs = 1_000;
export const heavyTimeoutMs = 8_000;
export const writeTimeoutMs = 10_000;

/**
 * Plans are made once and kept, whatever the values. Short reads and commands find their rows by key: a plan that was made
 * while a table was small may not go through all of it when it is large.
 */
const byKey = { plan_cache_mode: "force_generic_plan", enable_seqscan: "off" };

/** The planner guesses high costs for what then takes milliseconds, and PostgreSQL would compile each such plan for seconds. */
const uncompiled = { jit: "off" };

/** One connection: each is renewed by itself. */
export const connectForReads = (url: string, { isShort }: { isShort: boolean }) =>
  postgres(url, {
    ...settings,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: {
      application_name: "maple-bridge reads",
      ...uncompiled,
      statement_timeout: isShort ? lightTimeoutMs : heavyTimeoutMs,
      ...(isShort ? byKey : { plan_cache_mode: byKey.plan_cache_mode }),
    },
  });

export const connectForWrites = (url: string, connections: number, use: "writes" | "commands" = "writes") =>
  postgres(url, {
    ...settings,
    max: connections,
    // Types are not fetched, so the arrays that commands give are named here.
    types: { ...settings.types, uuids: listOf(2951), texts: listOf(1009) },
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: {
      application_name: `maple-bridge ${use}`,
      ...uncompiled,
      statement_timeout: writeTimeoutMs,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 15_000,
      ...byKey,
    },
  });

/** Opened when somebody needs one, and let go soon after. */
export const connectForSnapshots = (url: string, connections: number) =>
  postgres(url, {
    ...settings,
    max: connections,
    idle_timeout: 60,
    connection: {
      application_name: "maple-bridge snapshots",
      ...uncompiled,
      statement_timeout: heavyTimeoutMs,
      idle_in_transaction_session_timeout: 15_000,
      plan_cache_mode: byKey.plan_cache_mode,
    },
  });

/** One connection, kept for as long as it lasts. */
export const connectForFlushes = (url: string, closed: () => void) =>
  postgres(url, {
    ...settings,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onclose: closed,
    connection: { application_name: "maple-bridge flushes", statement_timeout: writeTimeoutMs },
  });

/** One connection, which knows the types of arrays as the queue's statements give and take them. */
export const connectForJobs = (url: string) =>
  postgres(url, {
    ...settings,
    types: {},
    fetch_types: true,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: "maple-bridge jobs", ...uncompiled, statement_timeout: writeTimeoutMs },
  });

function listOf(oid: number) {
  return {
    to: oid,
    from: [],
    parse: (text: string) => text,
    serialize: (values: readonly string[]) => arrayLiteral(values),
  };
}
