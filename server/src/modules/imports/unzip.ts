import { inflateRawSync } from "node:zlib";
import { limits } from "./limits.ts";
import { SheetError } from "./sheet-error.ts";

export interface ZipEntry {
  name: string;
  content: Buffer;
}

const endSignature = Buffer.from("PK\x05\x06", "latin1");
const encryptedFlag = 1;
const stored = 0;
const deflated = 8;

/** The entries that `wanted` names; inflating stops at the limit, whatever sizes the archive declares. */
export function unzip(archive: Buffer, wanted: (name: string) => boolean): ZipEntry[] {
  const end = archive.lastIndexOf(endSignature);
  if (end < 0) throw new SheetError("FILE_UNREADABLE");
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.zipEntries) throw new SheetError("FILE_INFLATES_TOO_MUCH");
  const entries: ZipEntry[] = [];
  let room = limits.inflatedBytes;
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    if (wanted(name)) {
      const content = contentOf(archive, at, room);
      room -= content.length;
      entries.push({ name, content });
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function contentOf(archive: Buffer, entry: number, room: number): Buffer {
  if (archive.readUInt16LE(entry + 8) & encryptedFlag) throw new SheetError("FILE_ENCRYPTED");
  const method = archive.readUInt16LE(entry + 10);
  const size = archive.readUInt32LE(entry + 20);
  const local = archive.readUInt32LE(entry + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + size);
  if (method === stored) return within(bytes, room);
  if (method === deflated) return inflate(bytes, room);
  throw new SheetError("FILE_UNREADABLE");
}

function within(bytes: Buffer, room: number): Buffer {
  if (bytes.length > room) throw new SheetError("FILE_INFLATES_TOO_MUCH");
  return bytes;
}

function inflate(bytes: Buffer, room: number): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(room, 1) });
  } catch (cause) {
    const tooMuch = cause instanceof RangeError;
    throw new SheetError(tooMuch ? "FILE_INFLATES_TOO_MUCH" : "FILE_UNREADABLE", { cause });
  }
}
