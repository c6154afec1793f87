import { inBureau } from "#kernel/database/in-bureau";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { checkPortion, firstLost, type KeptHead, type Portion } from "../modules/audit/index.ts";
import { findBureau } from "../modules/auth/index.ts";
import "./operator.messages.ts";

/** A quarter of a second's work, so that no transaction lasts, however long the log is. */
const mostRows = 10_000;

export interface Verdict {
  code: string;
  entries: number;
  /** The number of the first row that is not as it was written, or is no longer there. */
  brokenAt: number | null;
  headHash: string | null;
}

/** Walks a bureau's audit log portion by portion, and looks for every head of it that was kept outside the database. */
export async function verifyAudit(
  database: Database,
  code: string,
  kept: ReadonlyMap<string, readonly KeptHead[]> = new Map(),
): Promise<Verdict> {
  const bureauId = await findBureau(database, code);
  if (!bureauId) throw new NotFound([{ path: ["code"], code: "NO_SUCH_BUREAU", params: { code } }]);
  const end = await walk(database, bureauId);
  const lost = await lostOf(database, bureauId, kept.get(bureauId) ?? []);
  const broken = [end.brokenAt, lost].filter((at) => at !== null);
  return {
    code,
    entries: end.headSequence ?? end.lastSequence,
    brokenAt: broken.length > 0 ? Math.min(...broken) : null,
    headHash: end.headHash,
  };
}

async function walk(database: Database, bureauId: string): Promise<Portion> {
  let portion: Portion | undefined;
  do {
    portion = await inBureau(database, bureauId, (sql) => checkPortion(sql, bureauId, portion, mostRows));
  } while (!portion.isLast && portion.brokenAt === null);
  return portion;
}

async function lostOf(database: Database, bureauId: string, heads: readonly KeptHead[]): Promise<number | null> {
  for (let start = 0; start < heads.length; start += mostRows) {
    const some = heads.slice(start, start + mostRows);
    const lost = await inBureau(database, bureauId, (sql) => firstLost(sql, bureauId, some));
    if (lost !== null) return lost;
  }
  return null;
}
