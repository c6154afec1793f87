import { LRUCache } from "lru-cache";
import type { Statement } from "../read/fragment.ts";

/** Among the light ones a read should not take longer than this. */
const slowMs = 60;
const strikes = 2;
const heldMs = 5 * 60_000;
const mostBureaus = 1_000;

interface Seen {
  strikes: number;
  heavyUntil: number;
}

const seen = new WeakMap<Statement, LRUCache<string, Seen>>();

/** What was seen of a statement is remembered for the bureau whose rows it went over. */
function seenOf(statement: Statement, bureauId: string): Seen {
  let bureaus = seen.get(statement);
  if (!bureaus) seen.set(statement, (bureaus = new LRUCache({ max: mostBureaus })));
  let of = bureaus.get(bureauId);
  if (!of) bureaus.set(bureauId, (of = { strikes: 0, heavyUntil: 0 }));
  return of;
}

export function isFoundHeavy(statement: Statement, bureauId: string): boolean {
  const of = seen.get(statement)?.get(bureauId);
  return of !== undefined && of.heavyUntil > performance.now();
}

export function foundHeavy(statement: Statement, bureauId: string) {
  Object.assign(seenOf(statement, bureauId), { strikes: 0, heavyUntil: performance.now() + heldMs });
}

/** One slow run may have been the machine's fault; two in a row are the statement's. */
export function noteDuration(statement: Statement, bureauId: string, took: number) {
  if (took < slowMs) {
    const known = seen.get(statement)?.get(bureauId);
    if (known) known.strikes = 0;
    return;
  }
  const of = seenOf(statement, bureauId);
  if (++of.strikes >= strikes) foundHeavy(statement, bureauId);
}
