import { Unavailable } from "../errors.ts";
import type { ReadConnection, WriteConnection } from "./connect.ts";

type Connections = ReadConnection | WriteConnection;
export type Reserved<C extends Connections> = Awaited<ReturnType<C["reserve"]>>;

interface Open<C extends Connections> {
  reserved: Reserved<C>;
  /** The identity the connection last carried; what follows on it is run under that one. */
  identity: string | null;
  /** While that identity is being set: nothing is answered before it is. */
  identifying: Promise<unknown> | null;
}

export interface Pipeline<C extends Connections> {
  /** Statements sent and not yet answered. */
  readonly depth: number;
  /**
   * What a statement gives when it is run as `bureauId`, in a transaction of its own. Tried once more when the connection was
   * lost, so it must bear to be run twice.
   */
  run<R>(bureauId: string, statement: (sql: Reserved<C>) => Sendable<R>): Promise<R>;
}

/** A query of the driver, whatever it gives its rows as. */
type Sendable<R> = PromiseLike<R> & { execute(): unknown };

export const longestQueue = 256;

/**
 * One connection kept. Statements are sent without waiting for those before, in order, so a `set_config` sent ahead holds
 * for all that follow; a broken connection takes its identity with it.
 */
export function openPipeline<C extends Connections>(pool: C): Pipeline<C> {
  let open: Open<C> | undefined;
  let opening: Promise<Open<C>> | undefined;
  let depth = 0;

  const connect = () =>
    (opening ??= pool
      .reserve()
      .then((reserved) => (open = { reserved: reserved as Reserved<C>, identity: null, identifying: null }))
      .finally(() => {
        opening = undefined;
      }));

  async function send<R>(bureauId: string, statement: (sql: Reserved<C>) => Sendable<R>): Promise<R> {
    const connection = open ?? (await connect());
    try {
      return await query(connection, bureauId, statement);
    } catch (error) {
      if (isConnectionLoss(error) && open === connection) open = undefined;
      throw error;
    }
  }

  return {
    get depth() {
      return depth;
    },
    async run(bureauId, statement) {
      if (depth >= longestQueue) throw new Unavailable();
      depth++;
      try {
        return await send(bureauId, statement);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        return await send(bureauId, statement);
      } finally {
        depth--;
      }
    },
  };
}

/** Both are sent here and now: whatever comes next, of whichever bureau, comes behind them. */
async function query<C extends Connections, R>(
  connection: Open<C>,
  bureauId: string,
  statement: (sql: Reserved<C>) => Sendable<R>,
): Promise<R> {
  if (connection.identity !== bureauId) identify(connection, bureauId);
  const { identifying } = connection;
  const sent = statement(connection.reserved);
  sent.execute();
  return identifying ? (await Promise.all([sent, identifying]))[0] : sent;
}

function identify(connection: Open<Connections>, bureauId: string) {
  connection.identity = bureauId;
  const identifying = connection.reserved
    .unsafe("select set_config('maple.bureau_id', $1, false)", [bureauId], { prepare: true })
    .execute();
  connection.identifying = identifying;
  settle(connection, identifying);
}

/** A statement that was sent behind a failed one fails with it; the next sets the identity anew. */
async function settle(connection: Open<Connections>, identifying: Promise<unknown>) {
  const [{ status }] = await Promise.allSettled([identifying]);
  if (status === "rejected") connection.identity = null;
  if (connection.identifying === identifying) connection.identifying = null;
}

export const isConnectionLoss = (error: unknown) =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  /^(CONNECTION_|ECONN|EPIPE|57P0)/.test(error.code);
