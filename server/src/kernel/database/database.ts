import type { Statement } from "../read/fragment.ts";
import type { ReadEnvironment } from "../read/fragment.ts";
import { connectForReads, connectForWrites, type WriteConnection } from "./connect.ts";
import { openPipeline } from "./pipeline.ts";

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
  close(): Promise<void>;
}

export function openDatabase({ url, light = 3, heavy = 1, writers = 8 }: DatabaseOptions): Database {
  const reads = connectForReads(url, light + heavy);
  const writes = connectForWrites(url, writers);
  const lightPipelines = Array.from({ length: light }, () => openPipeline(reads));
  const heavyPipelines = Array.from({ length: heavy }, () => openPipeline(reads));
  let turn = 0;
  return {
    read(statement, environment, { heavy: isHeavy, prepare }) {
      const pipelines = isHeavy ? heavyPipelines : lightPipelines;
      const pipeline = pipelines[turn++ % pipelines.length]!;
      return pipeline.read(environment.bureauId, statement.text, statement.bind(environment), prepare);
    },
    writes,
    async close() {
      await Promise.all([reads.end({ timeout: 0 }), writes.end({ timeout: 5 })]);
    },
  };
}
