import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import type { Logger } from "pino";

const shortestPause = 50;
const longestPause = 5_000;

interface Options {
  url: string;
  log: Logger;
  channels: Record<string, (payload: string) => void>;
  /** Whether what is notified from now on is heard. */
  listening(hears: boolean): void;
}

export type Listener = ReturnType<typeof listen>;

/** A connection of its own that hears what other processes notify, opened anew whenever it breaks. */
export function listen({ url, log, channels, listening }: Options) {
  const closing = new AbortController();
  let lost = () => {};
  // `sql.listen` does not say when it went deaf; the option it is made of does for one connection.
  const heard = { onnotify: (channel: string, payload: string) => channels[channel]?.(payload) };
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: "maple-bridge listener" },
    onclose: () => lost(),
    ...heard,
  });
  const statement = Object.keys(channels)
    .map((channel) => `listen ${channel}`)
    .join("; ");

  async function listenOnce() {
    const ended = new Promise<void>((resolve) => (lost = resolve));
    await sql.unsafe(statement).simple();
    listening(true);
    await ended;
    listening(false);
  }

  async function keepListening() {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      try {
        await listenOnce();
        failures = 0;
      } catch (error) {
        if (!closing.signal.aborted) log.warn({ err: error }, "the database's notifications are not heard");
      }
      await sleep(Math.min(shortestPause * 2 ** failures, longestPause), closing.signal);
    }
  }

  const kept = keepListening();
  return {
    async close() {
      closing.abort();
      await sql.end({ timeout: 1 });
      lost();
      await kept;
    },
  };
}

/** Waits, or less when it is aborted. */
const sleep = (milliseconds: number, signal: AbortSignal) =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => {});
