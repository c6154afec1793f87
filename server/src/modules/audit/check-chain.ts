import type { Sql } from "#kernel/database/in-bureau";
import { firstLost } from "./audit-chain.store.ts";
import { firstMoved, type Found, insertResult, type LastGood } from "./chain-check.store.ts";
import { keptHere, type KeptHead } from "./kept-heads.ts";
import { walkChain } from "./walk-chain.ts";

const daysForWhole = 7;
const dayMs = 86_400_000;

interface Checking {
  inBureau<R>(work: (sql: Sql) => Promise<R>): Promise<R>;
  bureauId: string;
  now(): Date;
  /** Of the whole log where nothing is given. */
  from?: LastGood | undefined;
  /** Ends that were kept outside the database, in their order; the newest that this process knows, where none are given. */
  kept?: readonly KeptHead[];
  /** Asked before each further portion: how long it may take. */
  goesOn?: () => boolean;
  rows?: number;
}

/** The night goes on from where the last good check ended; from the first row each week, and for as long as a break stands. */
export function startOfNight(last: LastGood | undefined, now: Date): LastGood | undefined {
  if (!last || last.isCutShort) return last;
  const isDue = now.getTime() - last.wholeSince.getTime() >= daysForWhole * dayMs;
  return isDue || last.hasBreak ? undefined : last;
}

interface Findings extends Found {
  headHash: string | null;
}

/** Puts on record what it has found. */
export async function checkChain(checking: Checking, id: string): Promise<Findings> {
  const { inBureau, bureauId, now } = checking;
  const { headHash, ...found } = await lookAtChain(checking);
  await inBureau((sql) => insertResult({ sql, bureauId }, id, now(), found));
  return { ...found, headHash };
}

/** Walks the log, and looks for the ends that were kept before. */
export async function lookAtChain(checking: Checking): Promise<Findings> {
  const { inBureau, bureauId, from, goesOn, rows } = checking;
  const [begunAt, begun] = [checking.now(), performance.now()];
  const end = await walkChain(inBureau, bureauId, { after: from, goesOn, rows });
  const kept = checking.kept ?? [keptHere.get(bureauId)].filter((head) => head !== undefined);
  const lost = await lostOf(checking, kept);
  const moved = await inBureau((sql) => firstMoved(sql, bureauId));
  const broken = [end.brokenAt, lost, moved].filter((at) => at !== null);
  return {
    milliseconds: Math.round(performance.now() - begun),
    wholeSince: from?.wholeSince ?? begunAt,
    after: from,
    through: end,
    entries: end.headSequence ?? end.lastSequence,
    isCutShort: !end.isLast && end.brokenAt === null,
    brokenAt: broken.length > 0 ? Math.min(...broken) : null,
    keptSequence: kept.at(-1)?.sequence ?? null,
    headHash: end.headHash,
  };
}

/** So many are looked for in one statement. */
const mostEnds = 10_000;

async function lostOf({ inBureau, bureauId }: Checking, kept: readonly KeptHead[]): Promise<number | null> {
  for (let start = 0; start < kept.length; start += mostEnds) {
    const some = kept.slice(start, start + mostEnds);
    const lost = await inBureau((sql) => firstLost(sql, bureauId, some));
    if (lost !== null) return lost;
  }
  return null;
}
