import type { PendingQuery, Row } from "postgres";
import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import { connectForReads, connectForWrites, type ReadConnection, type WriteConnection } from "./connect.ts";
import { openPipeline, type Pipeline, type Reserved } from "./pipeline.ts";

export interface DatabaseOptions {
  url: string;
  /** Connections kept for short reads, for long ones, and for transactions. */
  light?: number;
  heavy?: number;
  writers?: number;
}

export interface Database {
  read(statement: Statement, environment: ReadEnvironment, how: { heavy: boolean; prepare: boolean }): Promise<string>;
  /** The rows of one statement, run as the bureau in a transaction of its own. It must bear to be run twice. */
  swiftly<R extends Row>(
    bureauId: string,
    doing: "looks" | "writes",
    statement: (sql: Reserved<WriteConnection>) => PendingQuery<R[]>,
  ): Promise<readonly R[]>;
  writes: WriteConnection;
  close(): Promise<void>;
}

export function openDatabase({ url, light = 3, heavy = 2, writers = 8 }: DatabaseOptions): Database {
  const shortReads = connectForReads(url, light, { isShort: true });
  const longReads = connectForReads(url, heavy, { isShort: false });
  const swift = connectForWrites(url, swiftLooks + swiftWrites);
  const writes = connectForWrites(url, writers);
  const lightPipelines = Array.from({ length: light }, () => openPipeline(shortReads));
  const heavyPipelines = Array.from({ length: heavy }, () => openPipeline(longReads));
  const looks = Array.from({ length: swiftLooks }, () => openPipeline(swift));
  const writings = Array.from({ length: swiftWrites }, () => openPipeline(swift));
  return {
    async read(statement, environment, { heavy: isHeavy, prepare }) {
      const pipeline: Pipeline<ReadConnection> = isHeavy ? freest(heavyPipelines, 1) : freest(lightPipelines, 8);
      const values = statement.bind(environment) as string[];
      const [row] = await pipeline.run(environment.bureauId, (sql) =>
        sql.unsafe(statement.text, values, { prepare }).values(),
      );
      return (row as [string | null] | undefined)?.[0] ?? "null";
    },
    swiftly(bureauId, doing, statement) {
      const pipeline = doing === "looks" ? freest(looks, 8) : writings[numberOf(bureauId) % swiftWrites]!;
      return pipeline.run(bureauId, statement);
    },
    writes,
    async close() {
      const kept = [shortReads, longReads, swift].map((pool) => pool.end({ timeout: 0 }));
      await Promise.all([...kept, writes.end({ timeout: 5 })]);
    },
  };
}

const swiftLooks = 2;
/** A bureau's go on one of them: the end of its audit chain lets one by at a time, and two would wait for each other there. */
const swiftWrites = 3;

/** Out of the random end of an id. */
const numberOf = (id: string) => Number.parseInt(id.slice(-6), 16);

/** The first with room, so that few statements share the writes to one socket; the shortest where none has. */
function freest<P extends { readonly depth: number }>(pipelines: readonly P[], room: number): P {
  let shortest = pipelines[0]!;
  for (const pipeline of pipelines) {
    if (pipeline.depth < room) return pipeline;
    if (pipeline.depth < shortest.depth) shortest = pipeline;
  }
  return shortest;
}
