import type { ReadEnvironment, Statement } from "../read/fragment.ts";
import { connectForReads, connectForWrites, type WriteConnection } from "./connect.ts";
import { openPipeline, type Pipeline } from "./pipeline.ts";

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

export function openDatabase({ url, light = 3, heavy = 2, writers = 8 }: DatabaseOptions): Database {
  const shortReads = connectForReads(url, light, { isShort: true });
  const longReads = connectForReads(url, heavy, { isShort: false });
  const writes = connectForWrites(url, writers);
  const lightPipelines = Array.from({ length: light }, () => openPipeline(shortReads));
  const heavyPipelines = Array.from({ length: heavy }, () => openPipeline(longReads));
  return {
    read(statement, environment, { heavy: isHeavy, prepare }) {
      const pipeline = isHeavy ? freest(heavyPipelines, 1) : freest(lightPipelines, 8);
      return pipeline.read(environment.bureauId, statement.text, statement.bind(environment), prepare);
    },
    writes,
    async close() {
      await Promise.all([shortReads.end({ timeout: 0 }), longReads.end({ timeout: 0 }), writes.end({ timeout: 5 })]);
    },
  };
}

/** The first with room, so that few statements share the writes to one socket; the shortest where none has. */
function freest(pipelines: readonly Pipeline[], room: number): Pipeline {
  let shortest = pipelines[0]!;
  for (const pipeline of pipelines) {
    if (pipeline.depth < room) return pipeline;
    if (pipeline.depth < shortest.depth) shortest = pipeline;
  }
  return shortest;
}
