import { createHash } from "node:crypto";
import type { Transaction } from "#kernel/command";
import { afterTry, forgottenMinutes, isLocked, type LockOut, type Source, withoutOne } from "./lock-out.rules.ts";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

/** What the tries of a name that no account has are counted under. */
export function idOfNobody(bureauId: string, name: string): string {
  const hex = createHash("sha256").update(`${bureauId}:${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export interface Claimed {
  /** Refused: a source was locked out before. */
  isTooLate: boolean;
  /** Until when it is locked out, by this try or before. */
  lockedUntil: Date | null;
}

/** Counts a try as wrong, unless one of its sources is locked out. It must be committed before the password is looked at. */
export async function claimTry(tx: Tx, subjectId: string, sources: readonly Source[]): Promise<Claimed> {
  await forgetOldTries(tx, mostForgotten);
  const states = await lockTries(tx, subjectId, sources);
  const locks = states.filter((state) => isLocked(state, tx.now));
  if (locks.length > 0) return { isTooLate: true, lockedUntil: latestLock(locks) };
  const after = states.map((state, index) => afterTry(state, tx.now, sources[index]!.most));
  for (const [index, state] of after.entries()) await writeTries(tx, subjectId, sources[index]!, state);
  return { isTooLate: false, lockedUntil: latestLock(after) };
}

/** The claimed try was right: what its own place got wrong before is forgotten, and of all strangers' tries it is taken out. */
export async function settleTry(tx: Tx, subjectId: string, [own, ...shared]: readonly Source[]) {
  const { sql, bureauId } = tx;
  await sql`delete from password_tries where bureau_id = ${bureauId} and subject_id = ${subjectId} and source = ${own!.name}`;
  const states = shared.length > 0 ? await lockTries(tx, subjectId, shared) : [];
  for (const [index, state] of states.entries()) await writeTries(tx, subjectId, shared[index]!, withoutOne(state));
}

export async function forgetTries({ sql, bureauId }: Tx, subjectId: string) {
  await sql`delete from password_tries where bureau_id = ${bureauId} and subject_id = ${subjectId}`;
}

/** The latest end of the account's lock-outs, from wherever. */
export async function lockEndOf({ sql, bureauId, now }: Tx, subjectId: string): Promise<Date | null> {
  const [row] = await sql<{ lockedUntil: Date | null }[]>`
    select max(locked_until) filter (where locked_until > ${now}) as locked_until from password_tries
    where bureau_id = ${bureauId} and subject_id = ${subjectId}`;
  return row?.lockedUntil ?? null;
}

/** Held in the order they are named in, in which all strangers' count comes last. */
async function lockTries({ sql, bureauId, now }: Tx, subjectId: string, sources: readonly Source[]) {
  const rows = sources.map(({ name }) => ({ bureauId, subjectId, source: name, tries: 0, triedAt: now }));
  return sql<LockOut[]>`
    insert into password_tries ${sql(rows)} on conflict on constraint password_tries_key
    do update set tries = password_tries.tries returning tries, tried_at, locked_until`;
}

async function writeTries({ sql, bureauId }: Tx, subjectId: string, { name }: Source, state: LockOut) {
  const { tries, triedAt, lockedUntil } = state;
  await sql`update password_tries set ${sql({ tries, triedAt, lockedUntil })}
    where bureau_id = ${bureauId} and subject_id = ${subjectId} and source = ${name}`;
}

const mostForgotten = 20;

/** Gives how many they were. A try forgets a few, more than it adds, so that made-up names leave little even within a day. */
export async function forgetOldTries({ sql, bureauId, now }: Tx, most: number): Promise<number> {
  const before = new Date(now.getTime() - forgottenMinutes * 60_000);
  const forgotten = await sql`
    with old as materialized (
      select t.subject_id, t.source from password_tries t where t.bureau_id = ${bureauId} and t.tried_at < ${before}
      order by t.tried_at limit ${most} for update skip locked)
    delete from password_tries t using old where t.bureau_id = ${bureauId} and t.subject_id = old.subject_id and t.source = old.source`;
  return forgotten.count;
}

const latestLock = (states: readonly LockOut[]) =>
  states.reduce<Date | null>(
    (latest, { lockedUntil }) => (lockedUntil && (!latest || lockedUntil > latest) ? lockedUntil : latest),
    null,
  );
