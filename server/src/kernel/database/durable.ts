import { Unavailable } from "../errors.ts";
import type { FlushConnection } from "./connect.ts";

/**
 * A transaction that commits without waiting for the disk frees at once what its bureau's next command waits for: the end of the
 * audit chain first of all. Nobody is told of it before a flush that was begun after its commit was answered.
 */
export const withoutWaiting = "set local synchronous_commit = off";

/** A commit of its own that waits for the disk (and for standbys, as configured), and with it for all before it. */
export const flush = "select pg_logical_emit_message(true, 'maple', '')";

/** Which server answers: a flush by another one says nothing. */
export const serverOf = "pg_postmaster_start_time()::text";

/** Waits until all that the server has answered by now has come to the disk. */
export type Flushed = (server: string) => Promise<void>;

export type Durable = ReturnType<typeof keepDurable>;

/**
 * One connection flushes for all commands: those that are answered while a flush is under way share the next one. Where a
 * process of PostgreSQL dies, all its connections end; so what was answered while this one was open, and flushed on it, is kept.
 */
export function keepDurable(connect: (closed: () => void) => FlushConnection) {
  let current: Flusher | undefined;

  function opened(): Flusher {
    const made: Flusher = openFlusher(connect, () => {
      if (current === made) current = undefined;
      return made.close();
    });
    return made;
  }

  return {
    /** To be had before what is to be kept is begun: where the connection ends in between, so that PostgreSQL may have, it rejects. */
    before: (): Promise<Flushed> => (current ??= opened()).flushed,
    close: async () => current?.close(),
  };
}

interface Flusher {
  flushed: Promise<Flushed>;
  close(): Promise<void>;
}

/** `over` is told once it is of no more use. */
function openFlusher(connect: (closed: () => void) => FlushConnection, over: () => unknown): Flusher {
  const pool = connect(() => void over());

  async function open(): Promise<Flushed> {
    const sql = await pool.reserve();
    const flushed = runForAll(async () => {
      const [row] = await sql.unsafe<[{ server: string }]>(`${flush}, ${serverOf} as server`);
      return row.server;
    });
    return async (server) => {
      try {
        if ((await flushed()) !== server) throw new Unavailable();
      } catch (error) {
        void over();
        throw error;
      }
    };
  }

  const flushed = open();
  flushed.catch(over);
  return { flushed, close: () => pool.end({ timeout: 0 }) };
}

/** Runs the work for all who ask while the run before is under way. */
function runForAll<R>(work: () => Promise<R>): () => Promise<R> {
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<R> | undefined;
  const run = () => {
    next = undefined;
    const result = work();
    current = result;
    return result;
  };
  return () => (next ??= current.then(run, run));
}
