import { newId } from "@maple-bridge/server/kernel/ids";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";

type Change = (sql: Sql, of: { bureauId: string; accountId: string; rootId: string }) => Promise<unknown>;

const changes: Record<string, Change> = {
  "a role granted": (sql, { bureauId, accountId, rootId }) =>
    sql`insert into role_grants ${sql({ bureauId, id: newId(), accountId, role: "DISPATCHER", unitId: rootId })}`,
  "a role revoked": (sql, { accountId }) => sql`delete from role_grants where account_id = ${accountId}`,
  "an account disabled": (sql, { accountId }) => sql`update accounts set disabled_at = now() where id = ${accountId}`,
  "a password to change": (sql, { accountId }) =>
    sql`update accounts set must_change_password = true where id = ${accountId}`,
  "a session ended": (sql, { accountId }) =>
    sql`update sessions set ended_at = now() where account_id = ${accountId} and ended_at is null`,
  "a token revoked": (sql, { accountId }) =>
    sql`update api_tokens set revoked_at = now() where account_id = ${accountId} and revoked_at is null`,
  "a unit made": (sql, { bureauId, rootId }) =>
    sql`insert into units ${sql({ bureauId, id: newId(), parentId: rootId, kind: "TEAM", name: "新队", level: 1 })}`,
  "a unit moved": (sql, { rootId }) => sql`update units set parent_id = ${rootId} where parent_id is not null`,
  "a session's length": (sql) => sql`update bureaus set session_hours = 8`,
};

for (const [name, change] of Object.entries(changes))
  test(`commands look their actor up anew after ${name}`, async () => {
    const bureau = await makeBureau();
    const { accountId } = await bureau.signIn({ role: "STATION_CHIEF" });
    await bureau.token(accountId);
    await bureau.sql((sql) => sql`insert into units ${sql(unitOf(bureau))}`);
    const before = await stampOf(bureau);
    await bureau.sql((sql) => change(sql, { bureauId: bureau.id, accountId, rootId: bureau.rootId }));
    expect(await stampOf(bureau)).not.toBe(before);
  });

const unitOf = ({ id, rootId }: Bureau) => ({
  bureauId: id,
  id: newId(),
  parentId: rootId,
  kind: "TEAM",
  name: "测试队",
  level: 1,
});

async function stampOf(bureau: Bureau): Promise<number> {
  const [row] = await bureau.sql((sql) => sql<{ stamp: number }[]>`select identity_stamp as stamp from bureaus`);
  return row!.stamp;
}
