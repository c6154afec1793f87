import { LRUCache } from "lru-cache";

/** In bytes. */
export interface CacheBounds {
  /** What the screens' own operations need, which nothing else pushes out. */
  screens: number;
  /** All else together, and what one account put there. */
  free: number;
  account: number;
}

interface Entry<V> {
  value: V;
  owner: string;
  bytes: number;
}

export type OwnedCache<V> = ReturnType<typeof ownedCache<V>>;

/** Least used goes first, and of what an account has put there its own. */
export function ownedCache<V>(most: CacheBounds, gone: (value: V) => void = () => {}) {
  const held = new Map<string, number>();
  const dispose = ({ value, owner, bytes }: Entry<V>) => {
    hold(owner, -bytes);
    gone(value);
  };
  const boundedBy = (maxSize: number) =>
    new LRUCache<string, Entry<V>>({ maxSize, sizeCalculation: ({ bytes }) => bytes || 1, dispose });
  const screens = boundedBy(most.screens);
  const free = boundedBy(most.free);

  function hold(owner: string, bytes: number) {
    const now = (held.get(owner) ?? 0) + bytes;
    if (now === 0) held.delete(owner);
    else held.set(owner, now);
  }

  function makeRoom(owner: string, bytes: number) {
    if ((held.get(owner) ?? 0) + bytes <= most.account) return;
    for (const key of [...free.rkeys()]) {
      if (free.peek(key)!.owner !== owner) continue;
      free.delete(key);
      if ((held.get(owner) ?? 0) + bytes <= most.account) return;
    }
  }

  return {
    /** In bytes; whose is null for the screens'. */
    roomFor: (owner: string | null): number =>
      owner === null ? most.screens - screens.calculatedSize : most.free - free.calculatedSize,
    get: (key: string): V | undefined => (screens.get(key) ?? free.get(key))?.value,
    /** Without making it used. */
    peek: (key: string): V | undefined => (screens.peek(key) ?? free.peek(key))?.value,
    /** Whether it is kept. The owner is null for what is the screens'. */
    set(key: string, value: V, { owner, bytes }: { owner: string | null; bytes: number }): boolean {
      if (bytes > (owner === null ? most.screens : Math.min(most.account, most.free))) return false;
      const entry = { value, owner: owner ?? ofScreens, bytes };
      if (owner !== null) makeRoom(owner, bytes);
      (owner === null ? free : screens).delete(key);
      (owner === null ? screens : free).set(key, entry);
      hold(entry.owner, bytes);
      return true;
    },
  };
}

const ofScreens = "";
