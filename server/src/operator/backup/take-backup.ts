import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { access, constants, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import postgres, { type TransactionSql } from "postgres";
import { digestOf, type FileStore, isDigest } from "../../kernel/files/file-store.ts";
import { sealChunks } from "./chunks.ts";
import type { Envelope } from "./envelope.ts";
import { packed } from "./packing.ts";
import { type Entry, type Manifest, measureFiles, measurePart, write } from "./parts.ts";
import { version } from "./program-version.ts";
import { refused } from "./refused.ts";
import {
  bureausOf,
  copyOut,
  filesOf,
  fingerprintOf,
  type GuardedTable,
  levelOf,
  settleForCopies,
  tablesOf,
} from "./snapshot.store.ts";

interface Taking {
  /** Of the application's role or the owner's: both are held to row-level security, bureau by bureau. */
  databaseUrl: string;
  files: FileStore;
  file: string;
  envelope: Envelope;
  sealKey: Buffer | null;
  now?: Date;
}

export interface Taken extends Manifest {
  file: string;
  bytes: number;
}

/** Everything in one snapshot of the database, and the files it knows of. Under its name it is whole, or not there. */
export async function takeBackup(taking: Taking): Promise<Taken> {
  const file = resolve(taking.file);
  await assertFree(file);
  const unfinished = `${file}.unfinished-${randomBytes(4).toString("hex")}`;
  const sql = postgres(taking.databaseUrl, { max: 1, onnotice: () => {}, idle_timeout: 0, max_lifetime: null });
  try {
    const taken = await sql.begin("isolation level repeatable read read only", (tx) =>
      writeAll(tx, taking, unfinished),
    );
    if (existsSync(file)) throw refused("BACKUP_EXISTS", { file });
    await rename(unfinished, file);
    return { ...taken, file };
  } finally {
    await rm(unfinished, { force: true });
    await sql.end({ timeout: 5 });
  }
}

async function assertFree(file: string) {
  if (existsSync(file)) throw refused("BACKUP_EXISTS", { file });
  await access(dirname(file), constants.W_OK).catch(() => {
    throw refused("BACKUP_FOLDER_MISSING", { file });
  });
}

async function writeAll(tx: TransactionSql, taking: Taking, path: string): Promise<Omit<Taken, "file">> {
  await settleForCopies(tx);
  const file = await open(path, "wx", 0o600);
  try {
    let manifest: Manifest | undefined;
    await file.write(taking.envelope.header);
    let bytes = taking.envelope.header.length;
    const entries = entriesOf(tx, taking, (told) => (manifest = told));
    for await (const chunk of sealChunks(taking.envelope, packed(flat(entries)))) {
      await file.write(chunk);
      bytes += chunk.length;
    }
    await file.sync();
    return { ...manifest!, bytes };
  } finally {
    await file.close();
  }
}

async function* flat(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) yield* write(entry);
}

async function* entriesOf(
  tx: TransactionSql,
  { files, sealKey, now = new Date() }: Taking,
  told: (manifest: Manifest) => void,
): AsyncGenerator<Entry> {
  const level = await levelOf(tx);
  const tables = await tablesOf(tx);
  const bureaus = await bureausOf(tx);
  yield {
    kind: "head",
    head: {
      takenAt: now.toISOString(),
      version,
      ...level,
      tables: tables.map(({ schema, name, columns }) => ({ schema, name, columns })),
      sealKey: sealKey && fingerprintOf(sealKey),
    },
  };
  const manifest: Manifest = { tables: [], files: { count: 0, bytes: 0, missing: 0, sha256: "" } };
  for (const [index, table] of tables.entries()) manifest.tables.push(yield* ofTable(tx, table, index, bureaus));
  const measure = measureFiles();
  for await (const place of filesOf(tx, bureaus)) {
    const bytes = isDigest(place.digest)
      ? await files.get(place.bureauId, place.digest, AbortSignal.timeout(60_000))
      : null;
    // What is there under this digest is another thing, or nothing: to keep it would be to vouch for it.
    if (bytes === null || digestOf(bytes) !== place.digest) measure.miss();
    else {
      yield* ofFile(place, bytes);
      measure.add(place.bureauId, place.digest, bytes.length);
    }
  }
  manifest.files = measure.end();
  yield { kind: "manifest", manifest };
  told(manifest);
}

async function* ofTable(
  tx: TransactionSql,
  table: GuardedTable,
  index: number,
  bureaus: readonly string[],
): AsyncGenerator<Entry, Manifest["tables"][number]> {
  yield { kind: "begin", part: { table: index } };
  const measure = measurePart();
  for await (const bytes of copyOut(tx, table, bureaus)) {
    measure.add(bytes);
    yield { kind: "data", bytes };
  }
  const end = measure.end();
  yield { kind: "end", end };
  return { schema: table.schema, name: table.name, ...end };
}

async function* ofFile(file: { bureauId: string; digest: string }, bytes: Buffer): AsyncGenerator<Entry> {
  yield { kind: "begin", part: { file } };
  yield { kind: "data", bytes };
  yield { kind: "end", end: { bytes: bytes.length, rows: 0, sha256: file.digest } };
}
