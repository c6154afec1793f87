import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import { connectForReads, connectForWrites, type ReadConnection, type WriteConnection } from "./connect.ts";
import { longestQueue, openPipeline, type Pipeline } from "./pipeline.ts";
import { takeTurns } from "./turns.ts";

export interface DatabaseOptions {
  url: string;
  /** Connections kept for short reads, for long ones, and for transactions. */
  light?: number;
  heavy?: number;
  writers?: number;
}

export interface Database {
  read(statement: Statement, environment: ReadEnvironment, how: { heavy: boolean; prepare: boolean }): Promise<string>;
  writes: WriteConnection;
  /** Runs one transaction of a bureau's command, within its share of those connections. */
  inTurn<R>(bureauId: string, work: () => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

export function openDatabase({ url, light = 3, heavy = 2, writers = 16 }: DatabaseOptions): Database {
  const shortReads = connectForReads(url, light, { isShort: true });
  const longReads = connectForReads(url, heavy, { isShort: false });
  const writes = connectForWrites(url, writers);
  const lightPipelines = Array.from({ length: light }, () => openPipeline(shortReads));
  const heavyPipelines = Array.from({ length: heavy }, () => openPipeline(longReads));
  return {
    async read(statement, environment, { heavy: isHeavy, prepare }) {
      const pipeline: Pipeline<ReadConnection> = isHeavy ? freest(heavyPipelines, 1) : freest(lightPipelines, 8);
      const values = statement.bind(environment) as string[];
      const [row] = await pipeline.run(environment.bureauId, (sql) =>
        sql.unsafe(statement.text, values, { prepare }).values(),
      );
      return (row as [string | null] | undefined)?.[0] ?? "null";
    },
    writes,
    inTurn: takeTurns({ atOnce: Math.ceil(writers / 2), waiting: longestQueue, patienceMs: 5_000 }),
    async close() {
      const kept = [shortReads, longReads].map((pool) => pool.end({ timeout: 0 }));
      await Promise.all([...kept, writes.end({ timeout: 5 })]);
    },
  };
}

/** The first with room, so that few statements share the writes to one socket; the shortest where none has. */
function freest<P extends { readonly depth: number }>(pipelines: readonly P[], room: number): P {
  let shortest = pipelines[0]!;
  for (const pipeline of pipelines) {
    if (pipeline.depth < room) return pipeline;
    if (pipeline.depth < shortest.depth) shortest = pipeline;
  }
  return shortest;
}
