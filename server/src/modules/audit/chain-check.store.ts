import { auditChainChecks, auditChainResults } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction } from "#kernel/command";
import type { Sql } from "#kernel/database/in-bureau";
import { insertion, insertStatements } from "#kernel/database/insertion";
import { startOfDay } from "#kernel/day";
import { newId } from "#kernel/ids";
import type { ChainPoint } from "./walk-chain.ts";

type Place = Pick<Transaction, "sql" | "bureauId">;
type Begun = Omit<typeof auditChainChecks.$inferSelect, "bureauId" | "at">;

/** Whether a check that somebody has asked for is still to end; whoever asks for another one waits for the one before. */
export async function isUnderWay({ sql, bureauId }: Place, since: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`chain checks of ${bureauId}`}, 0))`;
  const [row] = await sql`
    select from audit_chain_checks c where c.bureau_id = ${bureauId} and c.at > ${since} and c.origin = 'ASKED'
      and not exists (select from audit_chain_results r where r.bureau_id = c.bureau_id and r.id = c.id)`;
  return row !== undefined;
}

export const insertCheck = (tx: Transaction, check: Begun) =>
  insertNow(tx, auditChainChecks, [{ ...check, at: tx.now.toISOString() }]);

/** Whether the check is there and has found nothing yet. */
export async function isToDo({ sql, bureauId }: Place, id: string): Promise<boolean> {
  const [row] = await sql`
    select from audit_chain_checks c where c.bureau_id = ${bureauId} and c.id = ${id}
      and not exists (select from audit_chain_results r where r.bureau_id = c.bureau_id and r.id = c.id)`;
  return row !== undefined;
}

/** The day's own check, which may have been begun before; nothing where it has ended. */
export async function beginNightly(place: Place, day: string, now: Date): Promise<string | undefined> {
  const { sql, bureauId } = place;
  const [begun] = await sql<{ id: string; hasEnded: boolean }[]>`
    select c.id, exists (select from audit_chain_results r where r.bureau_id = c.bureau_id and r.id = c.id) as has_ended
    from audit_chain_checks c where c.bureau_id = ${bureauId} and c.at >= ${startOfDay(day)} and c.origin = 'NIGHT'
    order by c.at desc limit 1`;
  if (begun) return begun.hasEnded ? undefined : begun.id;
  return beginBy(place, { origin: "NIGHT", actorName: "系统" }, now);
}

/** A check that no command has begun. */
export async function beginBy(place: Place, by: Pick<Begun, "origin" | "actorName">, now: Date): Promise<string> {
  const id = newId(now.getTime());
  await insertAt(place, insertion(auditChainChecks, [{ id, at: now.toISOString(), accountId: null, ...by }]));
  return id;
}

export interface Found {
  milliseconds: number;
  wholeSince: Date;
  after: ChainPoint | undefined;
  through: ChainPoint;
  entries: number;
  isCutShort: boolean;
  brokenAt: number | null;
  keptSequence: number | null;
}

export async function insertResult(place: Place, id: string, now: Date, found: Found): Promise<void> {
  const { after, through, wholeSince, ...rest } = found;
  const row = {
    id,
    finishedAt: now.toISOString(),
    ...rest,
    wholeSince: wholeSince.toISOString(),
    afterSequence: after?.lastSequence ?? 0,
    throughSequence: through.lastSequence,
    throughHash: `\\x${through.lastHash}`,
  };
  await insertAt(place, insertion(auditChainResults, [row]));
}

async function insertAt({ sql, bureauId }: Place, rows: ReturnType<typeof insertion>) {
  for (const statement of insertStatements(sql, bureauId, [rows])) await statement;
}

export interface LastGood extends ChainPoint {
  wholeSince: Date;
  isCutShort: boolean;
  /** Some earlier check has found a break that none has gone over since and found mended. */
  hasBreak: boolean;
}

/** What the last check told that found everything as it was written. */
export async function lastGood(sql: Sql, bureauId: string): Promise<LastGood | undefined> {
  const [row] = await sql<LastGood[]>`
    select r.through_sequence as last_sequence, encode(r.through_hash, 'hex') as last_hash, r.whole_since, r.is_cut_short,
      exists (select from standing_chain_breaks(${bureauId})) as has_break
    from audit_chain_results r where r.bureau_id = ${bureauId} and r.broken_at is null order by r.finished_at desc limit 1`;
  return row;
}

/** So many ends are looked for, the newest: some years of nights. */
const mostEnds = 1_000;

/** The number of the first row that ended an earlier check and is no longer there with that hash. */
export async function firstMoved(sql: Sql, bureauId: string): Promise<number | null> {
  const [row] = await sql<{ moved: number | null }[]>`
    select min(r.through_sequence) as moved from (
      select through_sequence, through_hash from audit_chain_results
      where bureau_id = ${bureauId} and broken_at is null and through_sequence > 0 order by finished_at desc limit ${mostEnds}) r
    where not exists (select from audit_entries e
      where e.bureau_id = ${bureauId} and e.sequence = r.through_sequence and e.hash = r.through_hash)`;
  return row!.moved;
}
