/** The end of a bureau's chain as it was kept outside the database. */
export interface KeptHead {
  bureauId: string;
  code: string;
  sequence: number;
  /** In hex. */
  hash: string;
}

export type NewestHead = KeptHead & { at: string };

/** By bureau, the furthest that was kept: an end that went back since does not take its place. */
export type FurthestHeads = Map<string, NewestHead>;

export function noteHeads(into: FurthestHeads, at: string, heads: readonly KeptHead[]): void {
  for (const head of heads) {
    const known = into.get(head.bureauId);
    if (!known || head.sequence >= known.sequence) into.set(head.bureauId, { ...head, at });
  }
}

/** What this process knows to be kept. */
export const keptHere: FurthestHeads = new Map();

export interface HeadsNow {
  /** To be kept: they moved on since they were kept last. */
  moved: KeptHead[];
  /** Kept heads that the database no longer reaches: a tail was cut off, or the whole bureau. */
  lost: NewestHead[];
}

export function compareHeads(kept: FurthestHeads, now: readonly KeptHead[]): HeadsNow {
  const found = new Map(now.map((head) => [head.bureauId, head]));
  const lost = [...kept.values()].filter((head) => isBehind(found.get(head.bureauId), head));
  const areLost = new Set(lost.map((head) => head.bureauId));
  const moved = now.filter((head) => !areLost.has(head.bureauId) && kept.get(head.bureauId)?.hash !== head.hash);
  return { moved, lost };
}

const isBehind = (now: KeptHead | undefined, kept: KeptHead) =>
  !now || now.sequence < kept.sequence || (now.sequence === kept.sequence && now.hash !== kept.hash);
