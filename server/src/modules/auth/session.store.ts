import { sessions } from "@maple-bridge/drizzle/tables";
import { reckoned, type Transaction, update } from "#kernel/command";
import { Conflict } from "#kernel/errors";
import { lockSeen } from "#kernel/read";
import { Session } from "./session.types.ts";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

export interface SessionRow {
  id: string;
  accountId: string;
  endedAt: Date | null;
  createdAt: Date;
}

interface NewSession {
  id: string;
  accountId: string;
  secretHash: Buffer;
  userAgent: string;
  address: string;
}

/** Opens a session and gives the moment it ends at the latest. */
export async function insertSession(
  { sql, bureauId, now }: Tx,
  { id, accountId, secretHash, userAgent, address }: NewSession,
): Promise<Date> {
  const [session] = await sql<{ expiresAt: Date }[]>`
    insert into sessions (bureau_id, id, account_id, secret_hash, created_at, last_seen_at, expires_at, user_agent, address)
    select b.bureau_id, ${id}, ${accountId}, ${secretHash}, ${now}, ${now}, ${now}::timestamptz + make_interval(hours => b.session_hours), ${userAgent}, ${address}
    from bureaus b where b.bureau_id = ${bureauId} returning expires_at`;
  return session!.expiresAt;
}

export const lockSession = (tx: Transaction, id: string) =>
  lockSeen<SessionRow>(tx, Session, id, ["id", "accountId", "endedAt", "createdAt"]);

/** One that is over already ended when it did. */
export const endSessionRow = (tx: Tx, id: string) =>
  update(tx, sessions, id, { endedAt: reckoned("coalesce(ended_at, $)", tx.now) });

/** Ends all of the account's sessions, or all but one; gives how many they were. */
export async function endSessions(
  { sql, bureauId, now }: Tx,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  const ended = await sql`update sessions set ended_at = ${now}
    where bureau_id = ${bureauId} and account_id = ${accountId} and ended_at is null and expires_at > ${now} and id is distinct from ${except}`;
  return ended.count;
}

/** The session that a sign-in with this key opened before. */
export async function claimSignIn(
  { sql, bureauId, now }: Tx,
  accountId: string,
  key: string,
  sessionId: string,
): Promise<string | undefined> {
  const [before] = await sql<{ mutation: string; result: { id: string } }[]>`
    select mutation, result from idempotency_keys where bureau_id = ${bureauId} and account_id = ${accountId} and key = ${key}`;
  if (before && before.mutation !== "signIn")
    throw new Conflict([{ path: ["input", "idempotencyKey"], code: "KEY_REUSED" }]);
  const row = {
    bureauId,
    accountId,
    key,
    mutation: "signIn",
    inputHash: Buffer.alloc(0),
    result: sql.json({ id: sessionId }),
    createdAt: now,
  };
  await sql`insert into idempotency_keys ${sql(row as never)} on conflict (bureau_id, account_id, key) do update set result = excluded.result`;
  return before?.result.id;
}

/** Sessions that were over before `before`, a portion at a time; gives how many they were. */
export async function dropOldSessions({ sql, bureauId }: Tx, before: Date, most: number): Promise<number> {
  const dropped = await sql`
    with old as materialized (
      select s.id from sessions s where s.bureau_id = ${bureauId} and least(s.ended_at, s.expires_at) < ${before}
      limit ${most} for update skip locked)
    delete from sessions s using old where s.bureau_id = ${bureauId} and s.id = old.id`;
  return dropped.count;
}
