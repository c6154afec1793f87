import { buildApp } from "@maple-bridge/server";
import { gatherLastUses } from "@maple-bridge/server/face/last-uses";
import { clientOf, newKey } from "../../support/client.ts";
import postgres from "postgres";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Bureau, clock, makeBureau, now, type SignedIn, theServer } from "../../support/bureau.ts";

const whose = "{ bureau { id } }";
let bureau: Bureau;
beforeAll(async () => {
  bureau = await makeBureau();
});

/** As another process would: past this server's own knowledge of what it did. */
const endSession = ({ sessionId }: SignedIn) =>
  bureau.sql((sql) => sql`update sessions set ended_at = now() where bureau_id = ${bureau.id} and id = ${sessionId}`);

describe("a session", () => {
  it("is over at once in the process that ended it", async () => {
    const chief = await bureau.signIn({ role: "STATION_CHIEF" });
    await chief.run(whose);
    await bureau.administrator.run("mutation ($input: EndSessionInput!) { endSession(input: $input) { id } }", {
      input: { id: chief.sessionId, idempotencyKey: newKey() },
    });
    expect(await chief.refused(whose)).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("is over within moments when another process ended it", async () => {
    const chief = await bureau.signIn({ role: "STATION_CHIEF" });
    await chief.run(whose);
    await endSession(chief);
    await vi.waitFor(async () => expect((await chief.ask(whose)).errors).toBeDefined());
  });

  it("is looked up each time while the database's notifications are not heard", async () => {
    const { superuserUrl } = await theServer();
    const chief = await bureau.signIn({ role: "STATION_CHIEF" });
    await chief.run(whose);
    const superuser = postgres(superuserUrl, { max: 1 });
    const deafen = () =>
      superuser`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'maple-bridge listener'`;
    await Promise.all([deafen(), endSession(chief)]);
    await vi.waitFor(async () => expect((await chief.ask(whose)).errors).toBeDefined());
    await superuser.end();
  });

  it("lasts until it is idle for too long, however often it was looked at in the meantime", async () => {
    const chief = await bureau.signIn({ role: "STATION_CHIEF" });
    const began = Date.now();
    for (const minutes of [50, 100, 150]) {
      clock.at = new Date(began + minutes * 60_000);
      await chief.run(whose);
      await vi.waitFor(async () => expect(await lastSeen(chief)).toEqual(clock.at), { timeout: 10_000 });
    }
    clock.at = new Date(began + 211 * 60_000);
    expect(await chief.refused(whose)).toMatchObject({ code: "UNAUTHENTICATED" });
    clock.at = null;
  });

  it("is none when it is made up, cut short or of another bureau", async () => {
    const { cookie } = bureau.administrator.headers;
    const other = await makeBureau();
    const secret = cookie!.split(".")[1]!;
    const theirs = other.administrator.headers["cookie"]!.split(".")[0]!;
    for (const made of ["maple_session=", "maple_session=x.y", cookie!.slice(0, -1), `${theirs}.${secret}`]) {
      const response = await bureau.app.fastify.inject({
        method: "POST",
        url: "/graphql",
        headers: { cookie: made },
        payload: { query: whose },
      });
      expect(response.json().errors[0].extensions.code).toBe("UNAUTHENTICATED");
    }
  });
});

describe("a token", () => {
  it("stands for its account, and reads only where it may only read", async () => {
    const reader = await bureau.token(bureau.administrator.accountId, "READ");
    expect((await reader.run("{ bureau { id viewerMay } }")).bureau).toEqual({ id: bureau.id, viewerMay: [] });
  });

  it("is written down when it was used, at the latest when the server stops", async () => {
    const { applicationUrl, app: running } = await theServer();
    const app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any", now });
    const own = await makeBureau();
    const reader = await own.token(own.administrator.accountId, "READ");
    await clientOf(app, reader.headers).run(whose);
    await app.close();
    expect(await usesOf(own)).toHaveLength(1);
  });

  it("has its uses written with those of others, of all bureaus in one transaction", async () => {
    const bureaus = [await makeBureau(), await makeBureau()];
    for (const { token, administrator } of bureaus)
      for (let time = 0; time < 3; time++) await token(administrator.accountId, "READ");
    const uses = gatherLastUses({ writes: bureau.app.database.writes, log: undefined as never });
    for (const { id: bureauId, sql } of bureaus) {
      const tokens = await sql((sql) => sql`select id from api_tokens where bureau_id = ${bureauId}`);
      for (const { id } of tokens) uses.add(id, { bureauId, kind: "token", id, at: now() });
    }
    await uses.close();
    const written = (await Promise.all(bureaus.map(usesOf))).flat();
    expect([written.length, new Set(written).size]).toEqual([6, 1]);
  });

  it("is over when it is revoked", async () => {
    const reader = await bureau.token(bureau.administrator.accountId, "READ");
    await reader.run(whose);
    await bureau.sql((sql) => sql`update api_tokens set revoked_at = now() where bureau_id = ${bureau.id}`);
    await vi.waitFor(async () => expect((await reader.ask(whose)).errors).toBeDefined());
  });
});

describe("a first password", () => {
  it("lets nothing through but looking at oneself until it is changed", async () => {
    const fresh = await bureau.signIn({ role: "STATION_CHIEF", mustChangePassword: true });
    expect(await fresh.refused(whose)).toMatchObject({ code: "PASSWORD_CHANGE_REQUIRED" });
    expect((await fresh.run("{ viewer { mustChangePassword } }")).viewer).toEqual({ mustChangePassword: true });
  });
});

/** The transactions that wrote when each of the bureau's tokens was used. */
async function usesOf({ id, sql }: Bureau): Promise<string[]> {
  const rows = await sql(
    (sql) => sql`select xmin::text as id from api_tokens where bureau_id = ${id} and last_used_at is not null`,
  );
  return rows.map(({ id }) => id as string);
}

async function lastSeen({ sessionId }: SignedIn): Promise<Date> {
  const [row] = await bureau.sql(
    (sql) => sql`select last_seen_at from sessions where bureau_id = ${bureau.id} and id = ${sessionId}`,
  );
  return row!["lastSeenAt"];
}
