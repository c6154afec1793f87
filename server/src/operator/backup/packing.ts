import { pipeline, Readable, type Transform } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";

/** Rows as text take a fifth packed; little more is gained by more effort. */
const level = 3;

export const packed = (plain: AsyncIterable<Buffer>) => through(plain, createGzip({ level }));
export const unpacked = (bytes: AsyncIterable<Buffer>) => through(bytes, createGunzip());

/** What goes wrong on either side ends both. */
async function* through(source: AsyncIterable<Buffer>, change: Transform): AsyncGenerator<Buffer> {
  const changed = pipeline(Readable.from(source, { objectMode: false }), change, () => {});
  for await (const bytes of changed) yield bytes as Buffer;
}
