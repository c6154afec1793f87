import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import {
  connectForFlushes,
  connectForJobs,
  connectForReads,
  connectForSnapshots,
  connectForWrites,
  heavyTimeoutMs,
  lightTimeoutMs,
  type ReservedConnection,
  type WriteConnection,
} from "./connect.ts";
import { type Durable, keepDurable } from "./durable.ts";
import { openLane } from "./lane.ts";
import { isFoundHeavy } from "./slowness.ts";
import { snapshotConnections, type Snapshots, takeSnapshots } from "./snapshots.ts";
import { openQueue, type Queue } from "../jobs/queue.ts";
import { fewFirst } from "../few-first.ts";
import { takeTurns } from "../turns.ts";

export interface DatabaseOptions {
  url: string;
  /** Connections kept for short reads, for long ones, and for transactions. */
  light?: number;
  heavy?: number;
  writers?: number;
  /** Connections more, which commands take first. */
  commands?: number;
  /** A connection for reads is renewed when it has made so many plans. */
  mostPlanned?: number;
}

export interface HowToRead {
  heavy: boolean;
  prepare: boolean;
  /** One of the screens' own operations, whose plan nobody else's pushes out. */
  isOfScreens?: boolean;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

export interface Database {
  read(statement: Statement, environment: ReadEnvironment, how: HowToRead): Promise<Buffer>;
  /** All that is read within shows the bureau at one moment. */
  inSnapshot: Snapshots["inSnapshot"];
  writes: WriteConnection;
  /** What commands wait for before anybody is told of them. */
  durable: Durable;
  /** Where jobs wait to be done. */
  queue: Queue;
  /** Runs one transaction of a bureau's command on a connection that is its own meanwhile, within the bureau's share of them. */
  onConnection<R>(bureauId: string, work: (sql: ReservedConnection) => Promise<R>): Promise<R>;
  /** How many wait for a connection. */
  waitingReads(): number;
  close(): Promise<void>;
}

const kilobytes = 1_000;
const mostCommandsWaiting = 256;

/**
 * A connection brings what it plans, and what it touches of PostgreSQL's shared memory, to itself: the fewer take turns, the
 * less each transaction costs. One server's commands fill four; beside one that takes longer than this (it waits for a row, or
 * writes thousands), another goes.
 */
const longCommandMs = 100;

export function openDatabase({
  url,
  light = 3,
  heavy = 3,
  writers = 12,
  commands = 4,
  mostPlanned = 2_000,
}: DatabaseOptions): Database {
  const writes = connectForWrites(url, writers);
  const first = connectForWrites(url, commands, "commands");
  const inTurn = takeTurns({
    atOnce: Math.ceil((commands + writers) / 2),
    waiting: mostCommandsWaiting,
    patienceMs: 5_000,
  });
  const fewAtOnce = fewFirst({ few: commands, longMs: longCommandMs });
  const durable = keepDurable((closed) => connectForFlushes(url, closed));
  const queue = openQueue(() => connectForJobs(url));
  const snapshots = takeSnapshots(connectForSnapshots(url, snapshotConnections));
  const long = openLane({
    connect: () => connectForReads(url, { isShort: false }),
    connections: heavy,
    mostPlanned,
    depth: 1,
    waiting: { account: { count: 32, bytes: 1_000 * kilobytes }, bureau: { count: 96, bytes: 4_000 * kilobytes } },
    underWay: { account: mostOf(heavy), bureau: mostOf(heavy) },
    timeoutMs: heavyTimeoutMs,
  });
  const short = openLane({
    connect: () => connectForReads(url, { isShort: true }),
    connections: light,
    mostPlanned,
    depth: 8,
    waiting: { account: { count: 128, bytes: 2_000 * kilobytes }, bureau: { count: 384, bytes: 8_000 * kilobytes } },
    underWay: { account: mostOf(light) * 8, bureau: mostOf(light) * 8 },
    timeoutMs: lightTimeoutMs,
    heavier: (read) => long.enter(read, true),
  });
  return {
    async read(statement, environment, { heavy: isHeavy, prepare, isOfScreens = false, signal }) {
      const { bureauId } = environment;
      const values = statement.bind(environment) as string[];
      const accountId = environment.accountId ?? bureauId;
      const lane = isHeavy || isFoundHeavy(statement, bureauId) ? long : short;
      return new Promise((resolve, reject) => {
        lane.enter({
          bureauId,
          accountId,
          bytes: bytesOf(values),
          statement,
          values,
          plan: prepare ? { owner: isOfScreens ? null : accountId } : null,
          signal,
          weight: 1,
          copies: 0,
          isWaiting: false,
          again: 0,
          isOver: false,
          resolve,
          reject,
        });
      });
    },
    inSnapshot: snapshots.inSnapshot,
    writes,
    durable,
    queue,
    onConnection: (bureauId, work) =>
      inTurn(bureauId, () =>
        fewAtOnce(bureauId, async (hasPlace) => {
          const sql = await (hasPlace ? first : writes).reserve();
          try {
            return await work(sql);
          } finally {
            sql.release();
          }
        }),
      ),
    waitingReads: () => short.waiting() + long.waiting(),
    async close() {
      await Promise.all([
        short.close(),
        long.close(),
        snapshots.close(),
        writes.end({ timeout: 5 }),
        first.end({ timeout: 5 }),
        durable.close(),
        queue.close(),
      ]);
    },
  };
}

/** One bureau or account never has all connections. */
const mostOf = (connections: number) => Math.max(1, connections - 1);

function bytesOf(values: readonly unknown[]): number {
  let bytes = 100;
  for (const value of values) if (typeof value === "string") bytes += value.length;
  return bytes;
}
