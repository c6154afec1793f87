import { Unavailable } from "../errors.ts";
import type { ReadConnection } from "./connect.ts";

type Reserved = Awaited<ReturnType<ReadConnection["reserve"]>>;

interface Open {
  reserved: Reserved;
  /** The identity the connection last carried; what follows on it is read under that one. */
  identity: string | null;
  /** While that identity is being set: no read is answered before it is. */
  identifying: Promise<unknown> | null;
}

export interface Pipeline {
  /** Statements sent and not yet answered. */
  readonly depth: number;
  /** The single text value of a statement run as `bureauId`. Tried once more when the connection was lost. */
  read(bureauId: string, text: string, values: unknown[], prepare: boolean): Promise<string>;
}

export const longestQueue = 256;

/**
 * One connection kept for reads. Statements are sent without waiting for those before, in order, so a `set_config`
 * sent ahead holds for all that follow; a broken connection takes its identity with it.
 */
export function openPipeline(sql: ReadConnection): Pipeline {
  let open: Open | undefined;
  let opening: Promise<Open> | undefined;
  let depth = 0;

  const connect = () =>
    (opening ??= sql
      .reserve()
      .then((reserved) => (open = { reserved, identity: null, identifying: null }))
      .finally(() => {
        opening = undefined;
      }));

  async function send(bureauId: string, text: string, values: unknown[], prepare: boolean): Promise<string> {
    const connection = open ?? (await connect());
    try {
      return await query(connection, bureauId, text, values, prepare);
    } catch (error) {
      if (isConnectionLoss(error) && open === connection) open = undefined;
      throw error;
    }
  }

  return {
    get depth() {
      return depth;
    },
    async read(bureauId, text, values, prepare) {
      if (depth >= longestQueue) throw new Unavailable();
      depth++;
      try {
        return await send(bureauId, text, values, prepare);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        return await send(bureauId, text, values, prepare);
      } finally {
        depth--;
      }
    },
  };
}

/** Both are sent here and now: whatever comes next, of whichever bureau, comes behind them. */
async function query(connection: Open, bureauId: string, text: string, values: unknown[], prepare: boolean) {
  if (connection.identity !== bureauId) identify(connection, bureauId);
  const { identifying } = connection;
  const read = connection.reserved.unsafe(text, values as string[], { prepare }).values();
  read.execute();
  const rows = identifying ? (await Promise.all([read, identifying]))[0] : await read;
  return (rows[0] as [string | null] | undefined)?.[0] ?? "null";
}

function identify(connection: Open, bureauId: string) {
  connection.identity = bureauId;
  const identifying = connection.reserved
    .unsafe("select set_config('maple.bureau_id', $1, false)", [bureauId], { prepare: true })
    .execute();
  connection.identifying = identifying;
  settle(connection, identifying);
}

/** A read that was sent behind a failed one fails with it; the next sets the identity anew. */
async function settle(connection: Open, identifying: Promise<unknown>) {
  const [{ status }] = await Promise.allSettled([identifying]);
  if (status === "rejected") connection.identity = null;
  if (connection.identifying === identifying) connection.identifying = null;
}

export const isConnectionLoss = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(CONNECTION_|ECONN|EPIPE|57P0)/.test(error.code);
