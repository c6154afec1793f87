import { Unavailable } from "../errors.ts";
import type { ReadConnection } from "./connect.ts";

type Reserved = Awaited<ReturnType<ReadConnection["reserve"]>>;

interface Open {
  reserved: Reserved;
  /** The identity the connection last carried; what follows on it is read under that one. */
  identity: string | null;
  /** Settles when that identity is set: no read is answered before it is. */
  identified: Promise<unknown>;
  waiting: number;
}

export const longestQueue = 256;

/**
 * One connection kept for reads. Statements are sent without waiting for those before, in order, so a `set_config`
 * sent ahead holds for all that follow; a broken connection takes its identity with it.
 */
export function openPipeline(sql: ReadConnection) {
  let opening: Promise<Open> | undefined;

  const open = () =>
    (opening ??= sql.reserve().then(
      (reserved) => ({ reserved, identity: null, identified: Promise.resolve(), waiting: 0 }),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    ));

  async function send(bureauId: string, text: string, values: unknown[], prepare: boolean): Promise<string> {
    const current = opening;
    const connection = await open();
    if (connection.waiting >= longestQueue) throw new Unavailable([], "UNAVAILABLE");
    connection.waiting++;
    try {
      const rows = query(connection, text, values, prepare, bureauId);
      return (await rows) ?? "null";
    } catch (error) {
      if (isConnectionLoss(error) && opening !== undefined && (current === undefined || current === opening)) opening = undefined;
      throw error;
    } finally {
      connection.waiting--;
    }
  }

  return {
    /** The single text value of a statement run as `bureauId`. Tried once more when the connection was lost. */
    async read(bureauId: string, text: string, values: unknown[], prepare: boolean): Promise<string> {
      try {
        return await send(bureauId, text, values, prepare);
      } catch (error) {
        if (!isConnectionLoss(error)) throw error;
        opening = undefined;
        return send(bureauId, text, values, prepare);
      }
    },
    waiting: async () => (opening ? (await opening).waiting : 0),
  };
}

async function query(connection: Open, text: string, values: unknown[], prepare: boolean, bureauId: string) {
  identify(connection, bureauId);
  const { identified } = connection;
  const read = connection.reserved.unsafe(text, values as string[], { prepare }).values();
  const [rows] = await Promise.all([read, identified]);
  return (rows[0] as [string | null] | undefined)?.[0];
}

function identify(connection: Open, bureauId: string) {
  if (connection.identity === bureauId) return;
  connection.identity = bureauId;
  connection.identified = connection.reserved.unsafe("select set_config('maple.bureau_id', $1, false)", [bureauId], { prepare: true });
  connection.identified.catch(() => {
    connection.identity = null;
  });
}

export const isConnectionLoss = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" && /^(CONNECTION_|ECONN|EPIPE|57P0)/.test(error.code);
