import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import { connectForReads, connectForWrites, type ReadConnection, type WriteConnection } from "./connect.ts";
import { openPipeline, type Pipeline } from "./pipeline.ts";
import { type Shared, together } from "./together.ts";

export interface DatabaseOptions {
  url: string;
  /** Connections kept for short reads, for long ones, and for transactions. */
  light?: number;
  heavy?: number;
  writers?: number;
}

export interface Database {
  read(statement: Statement, environment: ReadEnvironment, how: { heavy: boolean; prepare: boolean }): Promise<string>;
  /** Of short statements that many share: those that look, and those that write, each in a transaction of its own. */
  look<T, R>(shared: Shared<T, R>): Promise<R>;
  write<T, R>(shared: Shared<T, R>): Promise<R>;
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
  const looks = Array.from({ length: swiftLooks }, () => together(openPipeline(swift)));
  const writings = Array.from({ length: swiftWrites }, () => together(openPipeline(swift)));
  return {
    async read(statement, environment, { heavy: isHeavy, prepare }) {
      const pipeline: Pipeline<ReadConnection> = isHeavy ? freest(heavyPipelines, 1) : freest(lightPipelines, 8);
      const values = statement.bind(environment) as string[];
      const [row] = await pipeline.run(environment.bureauId, (sql) =>
        sql.unsafe(statement.text, values, { prepare }).values(),
      );
      return (row as [string | null] | undefined)?.[0] ?? "null";
    },
    look: (shared) => of(looks, shared.bureauId)(shared),
    write: (shared) => of(writings, shared.bureauId)(shared),
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

/** A bureau's own, by the random end of its id. */
const of = <S>(shares: readonly S[], bureauId: string): S =>
  shares[Number.parseInt(bureauId.slice(-6), 16) % shares.length]!;

/** The first with room, so that few statements share the writes to one socket; the shortest where none has. */
function freest<P extends { readonly depth: number }>(pipelines: readonly P[], room: number): P {
  let shortest = pipelines[0]!;
  for (const pipeline of pipelines) {
    if (pipeline.depth < room) return pipeline;
    if (pipeline.depth < shortest.depth) shortest = pipeline;
  }
  return shortest;
}
