import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { doDaily } from "../../support/jobs.ts";

const idsOf = (bureau: Bureau, table: "sessions" | "password_tries") =>
  bureau.sql(async (sql) => {
    const rows = await sql<{ id: string }[]>`
      select ${sql(table === "sessions" ? "id" : "subject_id")} as id from ${sql(table)} where bureau_id = ${bureau.id}`;
    return rows.map(({ id }) => id);
  });

test("sessions are forgotten three months after they were over, and not before", async () => {
  const bureau = await makeBureau();
  const { accountId, sessionId } = bureau.administrator;
  const session = (ended: string | null, expires: string) =>
    bureau.sql(async (sql) => {
      const id = newId();
      await sql`
        insert into sessions (bureau_id, id, account_id, secret_hash, created_at, expires_at, ended_at)
        values (${bureau.id}, ${id}, ${accountId}, ${Buffer.from(id)}, now() - interval '1 year', now() + ${expires}::interval, now() + ${ended}::interval)`;
      return id;
    });
  await session(null, "-91 days");
  await session("-91 days", "1 day");
  const kept = [await session(null, "-89 days"), await session("-89 days", "1 day")];
  await doDaily(bureau, "auth.expire");
  expect(new Set(await idsOf(bureau, "sessions"))).toEqual(new Set([sessionId, ...kept]));
  expect(await bureau.administrator.run("{ viewer { account { id } } }")).toBeTruthy();
});

test("more than fits into one portion is forgotten too", async () => {
  const bureau = await makeBureau();
  await bureau.sql(
    (sql) => sql`
      insert into password_tries (bureau_id, subject_id, source, tries, tried_at)
      select ${bureau.id}, gen_random_uuid(), 'anywhere', 1, now() - interval '2 days' from generate_series(1, 1203)`,
  );
  await doDaily(bureau, "auth.expire");
  expect(await idsOf(bureau, "password_tries")).toEqual([]);
});

test("what was asked for and nobody confirmed in time is over for good", async () => {
  const bureau = await makeBureau();
  const ask = async (id: string, expires: string) => {
    const { accountId } = await bureau.signIn({ role: "DISPATCHER" });
    await bureau.sql(
      (sql) => sql`
        insert into consents (bureau_id, id, kind, account_id, reason, requested_by, requested_at, expires_at)
        values (${bureau.id}, ${id}, 'RESET_PASSWORD', ${accountId}, '忘记密码', ${bureau.administrator.accountId}, now(), now() + ${expires}::interval)`,
    );
  };
  const [over, open] = [newId(), newId()];
  await ask(over, "-1 minute");
  await ask(open, "1 hour");
  await doDaily(bureau, "auth.expire");
  const states = await bureau.sql(
    (sql) => sql`select id, state from consents where bureau_id = ${bureau.id} order by expires_at`,
  );
  expect([...states]).toEqual([
    { id: over, state: "EXPIRED" },
    { id: open, state: "PENDING" },
  ]);
});
