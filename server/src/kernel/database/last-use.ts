import type { WriteConnection } from "./connect.ts";
import type { Sql } from "./in-bureau.ts";

export interface LastUse {
  bureauId: string;
  kind: "session" | "token";
  /** The session's or token's. */
  id: string;
  at: Date;
}

/**
 * All in one transaction, under each bureau's identity in turn. Its loss in a crash would lose a minute's use and nothing
 * else, so no disk is waited for; a row that somebody is changing is passed over.
 */
export async function writeLastUses(writes: WriteConnection, uses: readonly LastUse[]) {
  const bureaus = new Map<string, LastUse[]>();
  for (const use of uses) {
    const ofBureau = bureaus.get(use.bureauId) ?? [];
    ofBureau.push(use);
    bureaus.set(use.bureauId, ofBureau);
  }
  await writes.begin(async (sql) => {
    const sent: { execute(): PromiseLike<unknown> }[] = [sql`set local synchronous_commit = off`];
    for (const [bureauId, ofBureau] of bureaus) {
      sent.push(sql`select set_config('maple.bureau_id', ${bureauId}, true)`);
      sent.push(
        touchSessions(sql, bureauId, of("session", ofBureau)),
        touchTokens(sql, bureauId, of("token", ofBureau)),
      );
    }
    await Promise.all(sent.map((statement) => statement.execute()));
  });
}

const of = (kind: LastUse["kind"], uses: readonly LastUse[]) => uses.filter((use) => use.kind === kind);

const touchSessions = (sql: Sql, bureauId: string, uses: readonly LastUse[]) => sql`
  update sessions s set last_seen_at = used.at
  from (select s.id, u.at from sessions s join ${rowsOf(sql, uses)} on u.id = s.id
    where s.bureau_id = ${bureauId} and s.last_seen_at < u.at for no key update of s skip locked) used
  where s.bureau_id = ${bureauId} and s.id = used.id`;

const touchTokens = (sql: Sql, bureauId: string, uses: readonly LastUse[]) => sql`
  update api_tokens t set last_used_at = used.at
  from (select t.id, u.at from api_tokens t join ${rowsOf(sql, uses)} on u.id = t.id
    where t.bureau_id = ${bureauId} and (t.last_used_at is null or t.last_used_at < u.at) for no key update of t skip locked) used
  where t.bureau_id = ${bureauId} and t.id = used.id`;

const rowsOf = (sql: Sql, uses: readonly LastUse[]) =>
  sql`jsonb_to_recordset(${sql.json(uses.map(({ id, at }) => ({ id, at: at.toISOString() })))}) as u (id uuid, at timestamptz)`;
