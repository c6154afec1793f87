import { LRUCache } from "lru-cache";

interface Bound<V> {
  /** So many are remembered at the most. */
  most: number;
  /** So many bytes (about) at the most, where callers write what is remembered. */
  bytes?: { most: number; of(value: V, key: string): number };
}

/** What is worth remembering; what was used least recently goes first when there is no room. */
export const rememberLeastUsed = <V extends {}>({ most, bytes }: Bound<V>) =>
  new LRUCache<string, V>({
    max: most,
    ...(bytes && {
      maxSize: bytes.most,
      sizeCalculation: (value: V, key: string) => Math.max(1, bytes.of(value, key)),
    }),
  });
