import { inBureau, type Sql } from "#kernel/database/in-bureau";
import type { Database } from "../kernel/database/database.ts";
import { NotFound } from "../kernel/errors.ts";
import { beginBy, checkChain, type KeptHead, lookAtChain } from "../modules/audit/index.ts";
import { findBureau } from "../modules/auth/index.ts";
import "./operator.messages.ts";

export interface Verdict {
  code: string;
  entries: number;
  /** The number of the first row that is not as it was written, or is no longer there. */
  brokenAt: number | null;
  headHash: string | null;
}

/** Walks a bureau's audit log, looks for every head of it that was kept outside the database, and puts on record what was found where that is asked for. */
export async function verifyAudit(
  database: Database,
  code: string,
  kept: ReadonlyMap<string, readonly KeptHead[]> = new Map(),
  { isOnRecord = false } = {},
): Promise<Verdict> {
  const bureauId = await findBureau(database, code);
  if (!bureauId) throw new NotFound([{ path: ["code"], code: "NO_SUCH_BUREAU", params: { code } }]);
  const now = () => new Date();
  const within = <R>(work: (sql: Sql) => Promise<R>) => inBureau(database, bureauId, work);
  const checking = { inBureau: within, bureauId, now, kept: kept.get(bureauId) ?? [] };
  const by = { origin: "OPERATOR", actorName: "operator" } as const;
  const { entries, brokenAt, headHash } = isOnRecord
    ? await checkChain(checking, await within((sql) => beginBy({ sql, bureauId }, by, now())))
    : await lookAtChain(checking);
  return { code, entries, brokenAt, headHash };
}
