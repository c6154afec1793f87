/** Bytes with a buffer of their own: they go from thread to thread without being copied. */
export type Portion = Uint8Array<ArrayBuffer>;
export type Portions = Portion[];

/** What a statement carries of a file: beyond it, to make a message of it keeps the loop that answers requests. */
export const filePortion = 128 * 1024;

const decoder = new TextDecoder();
const encoder = new TextEncoder();

export const portionOf = (json: string): Portion => encoder.encode(json);
export const textOf = (portion: Portion) => decoder.decode(portion);

export const rowsIn = <T>(portions: Portions = []): T[] =>
  portions.flatMap((portion) => JSON.parse(textOf(portion)) as T[]);

/** Each a JSON array of so many. */
export const portionsOf = (rows: readonly unknown[], most = 125): Portions =>
  Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    portionOf(JSON.stringify(rows.slice(index * most, (index + 1) * most))),
  );

/** A file's portions, from chunks as they arrive. */
export function collectPortions() {
  const portions: Portions = [];
  let room = 0;
  return {
    add(chunk: Uint8Array) {
      for (let from = 0; from < chunk.length;) {
        if (room === 0) portions.push(new Uint8Array((room = filePortion)));
        const part = chunk.subarray(from, from + room);
        portions.at(-1)!.set(part, filePortion - room);
        room -= part.length;
        from += part.length;
      }
    },
    collected: (): Portions => [
      ...portions.slice(0, -1),
      ...portions.slice(-1).map((last) => last.slice(0, filePortion - room)),
    ],
  };
}

/** All buffers that portions anywhere in a message stand in. */
export function buffersIn(message: unknown): ArrayBuffer[] {
  if (message instanceof Uint8Array) return [message.buffer as ArrayBuffer];
  if (typeof message !== "object" || message === null) return [];
  return Object.values(message).flatMap(buffersIn);
}
