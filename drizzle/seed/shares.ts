/** Deals `total` out by weight, at least one to each. */
export function shares(total: number, weights: readonly number[]): number[] {
  const dealt = weights.map(() => 1);
  for (let rest = total - weights.length; rest > 0; rest--) {
    const need = weights.map((weight, index) => weight / (dealt[index] ?? 1));
    const neediest = need.indexOf(Math.max(...need));
    dealt[neediest] = (dealt[neediest] ?? 0) + 1;
  }
  return dealt;
}

/** Cuts a list into `parts` runs of nearly equal length, in order. */
export function runs<T>(list: readonly T[], parts: number): T[][] {
  return Array.from({ length: parts }, (_, part) =>
    list.slice(Math.floor((part * list.length) / parts), Math.floor(((part + 1) * list.length) / parts)),
  );
}
