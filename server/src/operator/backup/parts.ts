import { createHash, type Hash } from "node:crypto";
import { refused } from "./refused.ts";

export interface TableOf {
  schema: string;
  name: string;
  columns: string[];
}

/** What a backup begins with: all that decides whether it can be restored here. */
export interface Head {
  takenAt: string;
  /** Of the program that made it. */
  version: string;
  postgres: string;
  /** In the order they were applied. */
  migrations: { when: number; hash: string }[];
  /** The version of the queue's tables. */
  jobs: number;
  tables: TableOf[];
  /** Of the key that contacts are sealed by, which is no part of a backup; null where the server had none. */
  sealKey: string | null;
}

export interface TableTold {
  schema: string;
  name: string;
  rows: number;
  bytes: number;
  sha256: string;
}

/** What a backup ends with: what was in it, by count and hash. */
export interface Manifest {
  tables: TableTold[];
  files: {
    count: number;
    bytes: number;
    missing: number;
    /** Over all places of files, in their order. */ sha256: string;
  };
}

export type Part = { table: number } | { file: { bureauId: string; digest: string } };
interface End {
  bytes: number;
  rows: number;
  sha256: string;
}

export type Entry =
  | { kind: "head"; head: Head }
  | { kind: "begin"; part: Part }
  | { kind: "data"; bytes: Buffer }
  | { kind: "end"; end: End }
  | { kind: "manifest"; manifest: Manifest };

const kinds = { head: 1, begin: 2, data: 3, end: 4, manifest: 5 } as const;
const prefixBytes = 5;
/** Pictures are taken whole, so nothing in it is longer. */
const longestEntry = 64 * 1_024 * 1_024;
const newline = 0x0a;

export function write(entry: Entry): Buffer[] {
  const body = entry.kind === "data" ? entry.bytes : Buffer.from(JSON.stringify(bodyOf(entry)));
  const prefix = Buffer.alloc(prefixBytes);
  prefix[0] = kinds[entry.kind];
  prefix.writeUInt32BE(body.length, 1);
  return [prefix, body];
}

function bodyOf(entry: Exclude<Entry, { kind: "data" }>) {
  if (entry.kind === "head") return entry.head;
  if (entry.kind === "begin") return entry.part;
  return entry.kind === "end" ? entry.end : entry.manifest;
}

/** Entry after entry of the stream; one that ends in the middle of an entry is refused. */
export async function* readEntries(plain: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  let held: Buffer[] = [];
  let size = 0;
  let wanted = prefixBytes;
  for await (const bytes of plain) {
    held.push(bytes);
    size += bytes.length;
    if (size < wanted) continue;
    let all = Buffer.concat(held, size);
    for (;;) {
      wanted = all.length < prefixBytes ? prefixBytes : prefixBytes + all.readUInt32BE(1);
      if (wanted > longestEntry) throw unreadable();
      if (all.length < wanted) break;
      yield entryOf(all[0]!, all.subarray(prefixBytes, wanted));
      all = all.subarray(wanted);
    }
    held = [all];
    size = all.length;
  }
  if (size > 0) throw unreadable();
}

const unreadable = () => refused("BACKUP_PART_DAMAGED", { part: "entry" });

function entryOf(kind: number, body: Buffer): Entry {
  if (kind === kinds.data) return { kind: "data", bytes: body };
  const told = JSON.parse(body.toString("utf8"));
  if (kind === kinds.head) return { kind: "head", head: told };
  if (kind === kinds.begin) return { kind: "begin", part: told };
  if (kind === kinds.end) return { kind: "end", end: told };
  if (kind === kinds.manifest) return { kind: "manifest", manifest: told };
  throw unreadable();
}

/** Counts and hashes what a part is made of; in COPY's text form a row ends where a line does. */
export function measurePart() {
  const hash = createHash("sha256");
  let [bytes, rows] = [0, 0];
  return {
    add(data: Buffer) {
      hash.update(data);
      bytes += data.length;
      for (let at = data.indexOf(newline); at >= 0; at = data.indexOf(newline, at + 1)) rows++;
    },
    end: (): End => ({ bytes, rows, sha256: hash.copy().digest("hex") }),
  };
}

/** Counts files, and hashes their places in the order they come. */
export function measureFiles() {
  const hash: Hash = createHash("sha256");
  const told = { count: 0, bytes: 0, missing: 0 };
  return {
    add(bureauId: string, digest: string, bytes: number) {
      hash.update(`${bureauId}/${digest}\n`);
      told.count++;
      told.bytes += bytes;
    },
    miss: () => void told.missing++,
    end: () => ({ ...told, sha256: hash.digest("hex") }),
  };
}
