/** Parts of a statement that later modules add to what an earlier one reads: conditions of its filters, ways to be in sight, what may be done. */
export function extension<A extends unknown[], R>() {
  const parts: ((...args: A) => R)[] = [];
  return {
    add: (part: (...args: A) => R) => void parts.push(part),
    all: (...args: A): R[] => parts.map((part) => part(...args)),
  };
}
