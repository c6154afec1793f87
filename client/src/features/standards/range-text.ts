interface Range {
  atLeast: number;
  atMost: number | null;
}

/** 1, 1–2, or ≥ 1 where there is no limit. */
export function rangeText({ atLeast, atMost }: Range) {
  if (atMost === null) return `≥ ${atLeast}`;
  return atLeast === atMost ? String(atLeast) : `${atLeast}–${atMost}`;
}
