import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { Envelope } from "./envelope.ts";
import { refused } from "./refused.ts";

export const chunkBytes = 256 * 1_024;
const tagBytes = 16;
const hashBytes = 32;
const lengthBytes = 4;

/**
 * Chunks of a length of their own, each bound to the file's header, to its place and to whether it is the last: what is cut off, put
 * in another order, or taken from another file does not open.
 */
export async function* sealChunks(envelope: Envelope, plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let index = 0;
  for await (const bytes of plain) {
    held.push(bytes);
    size += bytes.length;
    while (size > chunkBytes) {
      const all = held.length === 1 ? held[0]! : Buffer.concat(held, size);
      yield sealOne(envelope, index++, false, all.subarray(0, chunkBytes));
      held = [all.subarray(chunkBytes)];
      size -= chunkBytes;
    }
  }
  yield sealOne(envelope, index, true, Buffer.concat(held, size));
}

function sealOne({ header, key }: Envelope, index: number, isLast: boolean, plain: Buffer): Buffer {
  if (!key) return framed(plain, plainHash(header, index, isLast, plain));
  const cipher = createCipheriv("aes-256-gcm", key, nonceOf(index, isLast)).setAAD(header);
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return framed(sealed, cipher.getAuthTag());
}

function framed(body: Buffer, seal: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body, seal]);
}

/** Opens what `sealChunks` made, from behind the header to the file's end; nothing is given of a chunk that is not whole. */
export async function* openChunks(envelope: Envelope, file: FileHandle): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  const sealBytes = envelope.key ? tagBytes : hashBytes;
  let offset = envelope.header.length;
  for (let index = 0; ; index++) {
    const damaged = () => refused("BACKUP_DAMAGED", { chunk: index + 1, offset });
    if (size - offset < lengthBytes + sealBytes) throw damaged();
    const length = (await read(file, offset, lengthBytes)).readUInt32BE();
    const end = offset + lengthBytes + length + sealBytes;
    if (length > chunkBytes || end > size) throw damaged();
    const frame = await read(file, offset + lengthBytes, length + sealBytes);
    const isLast = end === size;
    const plain = openOne(envelope, index, isLast, frame.subarray(0, length), frame.subarray(length));
    if (!plain) throw damaged();
    yield plain;
    if (isLast) return;
    offset = end;
  }
}

function openOne(
  { header, key }: Envelope,
  index: number,
  isLast: boolean,
  body: Buffer,
  seal: Buffer,
): Buffer | undefined {
  if (!key) return plainHash(header, index, isLast, body).equals(seal) ? body : undefined;
  const opening = createDecipheriv("aes-256-gcm", key, nonceOf(index, isLast), { authTagLength: tagBytes })
    .setAAD(header)
    .setAuthTag(seal);
  try {
    return Buffer.concat([opening.update(body), opening.final()]);
  } catch {
    return undefined;
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

const plainHash = (header: Buffer, index: number, isLast: boolean, plain: Buffer) =>
  createHash("sha256").update(header).update(nonceOf(index, isLast)).update(plain).digest();

export async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
