import type { Sql } from "#kernel/database/in-bureau";
import { checkPortion, type Portion } from "./audit-chain.store.ts";

/** A quarter of a second's work, so that no transaction lasts, however long the log is. */
const mostRows = 10_000;

/** A row up to which the log was found as it was written. */
export type ChainPoint = Pick<Portion, "lastSequence" | "lastHash">;

interface Way {
  /** Nothing for the whole log. */
  after?: ChainPoint | undefined;
  /** Asked before each further portion. */
  goesOn?: (() => boolean) | undefined;
  rows?: number | undefined;
}

/** Walks a bureau's log portion by portion, to its end or its first break, and gives what the last portion told. */
export async function walkChain(
  inBureau: <R>(work: (sql: Sql) => Promise<R>) => Promise<R>,
  bureauId: string,
  { after, goesOn = () => true, rows = mostRows }: Way = {},
): Promise<Portion> {
  let point = after;
  for (;;) {
    const portion = await inBureau((sql) => checkPortion(sql, bureauId, point, rows));
    if (portion.isLast || portion.brokenAt !== null || !goesOn()) return portion;
    point = portion;
  }
}
