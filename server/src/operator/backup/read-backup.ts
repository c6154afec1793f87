import { open } from "node:fs/promises";
import { digestOf } from "../../kernel/files/file-store.ts";
import { openChunks, read } from "./chunks.ts";
import { type Envelope, longestHeader, openEnvelope } from "./envelope.ts";
import { unpacked } from "./packing.ts";
import { type Head, type Manifest, measureFiles, measurePart, type Part, readEntries, type TableOf } from "./parts.ts";
import { refused } from "./refused.ts";

/** What is done with what a backup holds, in the order it stands there. */
export interface Taker {
  head(head: Head): Promise<void>;
  /** The rows of a table, to be read to their end. */
  table(table: TableOf, rows: AsyncIterable<Buffer>): Promise<void>;
  file(place: { bureauId: string; digest: string }, bytes: Buffer): Promise<void>;
}

export interface Whole {
  head: Head;
  manifest: Manifest;
}

export async function openBackup(path: string, passphrase: () => Promise<string>): Promise<Envelope> {
  await using file = await opened(path);
  // Waited for here: a refusal is heard before the file is closed.
  return await openEnvelope(await read(file, 0, longestHeader), path, passphrase);
}

function opened(path: string) {
  return open(path, "r").catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? refused("BACKUP_ABSENT", { file: path }) : error;
  });
}

/** Reads a backup from beginning to end and holds each part, and all of them, to hash and count. */
export async function readBackup(path: string, envelope: Envelope, taker: Taker): Promise<Whole> {
  await using file = await opened(path);
  const entries = readEntries(unpacked(openChunks(envelope, file)))[Symbol.asyncIterator]();
  const first = await next();
  if (first.kind !== "head") throw partDamaged("head");
  const { head } = first;
  await taker.head(head);
  const tables: Manifest["tables"] = [];
  const files = measureFiles();
  for (;;) {
    const entry = await next();
    if (entry.kind === "manifest") {
      await assertEnd();
      assertSame(entry.manifest, { tables, files: { ...files.end(), missing: entry.manifest.files.missing } });
      return { head, manifest: entry.manifest };
    }
    if (entry.kind !== "begin") throw partDamaged("entry");
    await take(entry.part);
  }

  async function next() {
    const { value, done } = await entries.next();
    if (done) throw partDamaged("end");
    return value;
  }

  async function assertEnd() {
    if (!(await entries.next()).done) throw partDamaged("end");
  }

  async function take(part: Part) {
    if ("file" in part) return takeFile(part.file);
    const table = head.tables[part.table];
    if (!table || part.table !== tables.length) throw partDamaged("entry");
    const measure = measurePart();
    await taker.table(table, rowsOf(measure, `${table.schema}.${table.name}`));
    tables.push({ schema: table.schema, name: table.name, ...measure.end() });
  }

  async function* rowsOf(measure: ReturnType<typeof measurePart>, name: string): AsyncGenerator<Buffer> {
    for (let entry = await next(); ; entry = await next()) {
      if (entry.kind === "data") {
        measure.add(entry.bytes);
        yield entry.bytes;
      } else {
        if (entry.kind !== "end") throw partDamaged(name);
        const found = measure.end();
        const { bytes, rows, sha256 } = entry.end;
        if (found.bytes !== bytes || found.rows !== rows || found.sha256 !== sha256) throw partDamaged(name);
        return;
      }
    }
  }

  async function takeFile(place: { bureauId: string; digest: string }) {
    const [data, end] = [await next(), await next()];
    if (data.kind !== "data" || end.kind !== "end" || digestOf(data.bytes) !== place.digest)
      throw partDamaged(place.digest);
    files.add(place.bureauId, place.digest, data.bytes.length);
    await taker.file(place, data.bytes);
  }
}

function assertSame(told: Manifest, found: Manifest) {
  if (JSON.stringify(told) === JSON.stringify(found)) return;
  throw partDamaged("manifest");
}

const partDamaged = (part: string) => refused("BACKUP_PART_DAMAGED", { part });

/** Looks at all of it and keeps nothing. */
export const looker: Taker = {
  async head() {},
  async table(_table, rows) {
    for await (const bytes of rows) void bytes;
  },
  async file() {},
};
