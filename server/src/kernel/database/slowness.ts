import { LRUCache } from "lru-cache";
import type { Statement } from "../read/fragment.ts";

/** Among the light ones a read should not take longer than this. */
const slowMs = 60;
/** What takes less is not remembered. */
const quickMs = 3;
const strikes = 2;
const heldMs = 5 * 60_000;
const mostBureaus = 1_000;

interface Seen {
  /** A moving average of the last few. */
  usualMs: number;
  strikes: number;
  heavyUntil: number;
}

const seen = new WeakMap<Statement, LRUCache<string, Seen>>();

/** What was seen of a statement is remembered for the bureau whose rows it went over. */
function seenOf(statement: Statement, bureauId: string): Seen {
  let bureaus = seen.get(statement);
  if (!bureaus) seen.set(statement, (bureaus = new LRUCache({ max: mostBureaus })));
  let of = bureaus.get(bureauId);
  if (!of) bureaus.set(bureauId, (of = { usualMs: 0, strikes: 0, heavyUntil: 0 }));
  return of;
}

export function isFoundHeavy(statement: Statement, bureauId: string): boolean {
  const of = seen.get(statement)?.get(bureauId);
  return of !== undefined && of.heavyUntil > performance.now();
}

export function foundHeavy(statement: Statement, bureauId: string) {
  Object.assign(seenOf(statement, bureauId), { strikes: 0, heavyUntil: performance.now() + heldMs });
}

/** How long it has taken lately; undefined where it was never seen, or always quick. */
export const usualMs = (statement: Statement, bureauId: string): number | undefined =>
  seen.get(statement)?.get(bureauId)?.usualMs;

/** One slow run may have been the machine's fault; two in a row are the statement's. */
export function noteDuration(statement: Statement, bureauId: string, took: number) {
  if (took < quickMs && !seen.get(statement)?.has(bureauId)) return;
  const of = seenOf(statement, bureauId);
  of.usualMs += (took - of.usualMs) / 4;
  if (took < slowMs) of.strikes = 0;
  else if (++of.strikes >= strikes) foundHeavy(statement, bureauId);
}
