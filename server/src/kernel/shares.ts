/** Something that is held for a while: by whom, and how many they may hold at once. */
export type Claim = readonly [holder: string, most: number];

/** What all share, counted for each holder: nobody takes more than their share of it. */
export function countShares() {
  const held = new Map<string, number>();

  function giveBack(claims: readonly Claim[]) {
    for (const [holder] of claims) {
      const left = held.get(holder)! - 1;
      if (left > 0) held.set(holder, left);
      else held.delete(holder);
    }
  }

  return {
    of: (holder: string) => held.get(holder) ?? 0,
    /** One for each of the claims, until it is given back; undefined, and nothing taken, where a holder has all of theirs. */
    take(claims: readonly Claim[]): (() => void) | undefined {
      if (claims.some(([holder, most]) => (held.get(holder) ?? 0) >= most)) return undefined;
      for (const [holder] of claims) held.set(holder, (held.get(holder) ?? 0) + 1);
      return () => giveBack(claims);
    },
  };
}

export type Shares = ReturnType<typeof countShares>;
