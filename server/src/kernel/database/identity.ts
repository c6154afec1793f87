import type { Actor, Grant, Role } from "../actor.ts";
import type { Sql } from "./in-bureau.ts";

/** What a request proves itself with: the hash of a session's or token's secret, or (for operators) an account. */
export type Credential =
  | { kind: "session"; bureauId: string; secretHash: Buffer }
  | { kind: "token"; bureauId: string; secretHash: Buffer }
  | { kind: "account"; bureauId: string; accountId: string; via: Actor["via"] };

interface IdentityRow {
  accountId: string;
  name: string;
  memberId: string | null;
  mustChangePassword: boolean;
  viaId: string;
  scope: "READ" | "WRITE";
  /** When the session goes idle or the session or token is over, whichever is first. */
  until: Date | null;
  lastSeenAt: Date | null;
  identityStamp: number;
  grants: { role: Role; unitId: string; whole: boolean; unitIds: string[] }[];
}

export interface Identity {
  actor: Actor;
  lastSeenAt: Date | null;
}

/** Who stands behind a credential at `now`, or null. The connection must carry the bureau's identity already. */
export async function loadIdentity(sql: Sql, credential: Credential, now: Date): Promise<Identity | null> {
  const [row] = await queryFor(sql, credential, now);
  if (!row) return null;
  const via = credential.kind === "account" ? credential.via : { kind: credential.kind, id: row.viaId };
  return {
    actor: {
      bureauId: credential.bureauId,
      accountId: row.accountId,
      name: row.name,
      memberId: row.memberId,
      via,
      mustChangePassword: row.mustChangePassword && credential.kind !== "token",
      mayWrite: row.scope === "WRITE",
      grants: row.grants as Grant[],
      known: { stamp: row.identityStamp, until: row.until },
    },
    lastSeenAt: row.lastSeenAt,
  };
}

/** Whether a session was ended, by its owner or an administrator, or its account disabled. */
export async function wasEnded(sql: Sql, credential: Credential): Promise<boolean> {
  if (credential.kind !== "session") return false;
  const { bureauId, secretHash } = credential;
  const [ended] = await sql`
    select 1 from sessions s join accounts a on a.bureau_id = s.bureau_id and a.id = s.account_id
    where s.bureau_id = ${bureauId} and s.secret_hash = ${secretHash} and (s.ended_at is not null or a.disabled_at is not null)`;
  return ended !== undefined;
}

function queryFor(sql: Sql, credential: Credential, now: Date): Promise<IdentityRow[]> {
  const { bureauId } = credential;
  const at = now.toISOString();
  if (credential.kind === "session")
    return sql<IdentityRow[]>`
      select a.id as account_id, a.name, a.member_id, a.must_change_password, s.id as via_id, 'WRITE' as scope, s.last_seen_at,
        least(s.expires_at, s.last_seen_at + make_interval(mins => b.session_idle_minutes)) as until,
        b.identity_stamp, ${grantsOf(sql)} as grants
      from sessions s
      join bureaus b on b.bureau_id = s.bureau_id
      join accounts a on a.bureau_id = s.bureau_id and a.id = s.account_id and a.disabled_at is null
      where s.bureau_id = ${bureauId} and s.secret_hash = ${credential.secretHash} and s.ended_at is null and s.expires_at > ${at}
        and s.last_seen_at + make_interval(mins => b.session_idle_minutes) > ${at}`;
  if (credential.kind === "token")
    return sql<IdentityRow[]>`
      select a.id as account_id, a.name, a.member_id, a.must_change_password, t.id as via_id, t.scope, t.last_used_at as last_seen_at,
        t.expires_at as until, b.identity_stamp, ${grantsOf(sql)} as grants
      from api_tokens t
      join bureaus b on b.bureau_id = t.bureau_id
      join accounts a on a.bureau_id = t.bureau_id and a.id = t.account_id and a.disabled_at is null
      where t.bureau_id = ${bureauId} and t.secret_hash = ${credential.secretHash} and t.revoked_at is null and t.expires_at > ${at}`;
  return sql<IdentityRow[]>`
    select a.id as account_id, a.name, a.member_id, a.must_change_password, a.id as via_id, 'WRITE' as scope, null::timestamptz as until,
      null::timestamptz as last_seen_at, b.identity_stamp, ${grantsOf(sql)} as grants
    from accounts a join bureaus b on b.bureau_id = a.bureau_id where a.bureau_id = ${bureauId} and a.id = ${credential.accountId} and a.disabled_at is null`;
}

/** The roles of account `a`, each with the units below its own. */
const grantsOf = (sql: Sql) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id, 'whole', u.parent_id is null, 'unitIds',
    case when u.parent_id is null then '[]'::jsonb else (
      with recursive below as (
        select u.id
        union all
        select child.id from units child join below on child.bureau_id = u.bureau_id and child.parent_id = below.id
      ) select jsonb_agg(below.id) from below) end) order by g.id), '[]'::jsonb)
  from role_grants g join units u on u.bureau_id = g.bureau_id and u.id = g.unit_id
  where g.bureau_id = a.bureau_id and g.account_id = a.id)`;
