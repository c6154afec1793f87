import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type App, buildApp } from "@maple-bridge/server";
import { type RequestClock, startClock } from "@maple-bridge/server/face/request-clock";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";

/** A request that has come to a real server, and what of it is there. */
async function arrived(timeMs?: number) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const call = get({ port: (server.address() as AddressInfo).port, agent: false }).on("error", () => {});
  const [, raw] = (await once(server, "request")) as [unknown, ServerResponse];
  const clock: RequestClock = startClock({ raw }, timeMs);
  return { call, raw, clock, close: () => server.close().closeAllConnections() };
}

const aborted = ({ signal }: RequestClock) => (signal.aborted ? undefined : once(signal, "abort"));

describe("a request's clock", () => {
  it("ends what it waits for when its time is over", async () => {
    const { clock, close } = await arrived(5);
    await expect(clock.within(new Promise(() => {}))).rejects.toBeInstanceOf(Unavailable);
    expect(clock.signal.reason).toBeInstanceOf(Unavailable);
    close();
  });

  it("ends when the caller is gone", async () => {
    const { call, clock, close } = await arrived();
    call.destroy();
    await aborted(clock);
    await expect(clock.within(new Promise(() => {}))).rejects.toBeInstanceOf(Unavailable);
    close();
  });

  it("leaves alone what goes on after the answer", async () => {
    const { raw, clock, close } = await arrived(5);
    raw.end("answer");
    await once(raw, "close");
    const other = await arrived(5);
    await aborted(other.clock);
    expect(clock.signal.aborted).toBe(false);
    other.close();
    close();
  });
});

describe("a request that the database keeps waiting", () => {
  let app: App;
  /** One whose requests have the time to come as far as their command. */
  let patient: App;
  let bureau: Bureau;
  let superuser: postgres.Sql;
  beforeAll(async () => {
    bureau = await makeBureau();
    const { applicationUrl, superuserUrl, app: running } = await theServer();
    app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any", requestTimeMs: 300 });
    patient = await buildApp({
      databaseUrl: applicationUrl,
      schema: running.schema,
      trusted: "any",
      requestTimeMs: 4_000,
    });
    superuser = postgres(superuserUrl, { max: 2, onnotice: () => {} });
  });
  afterAll(() => Promise.all([app.close(), patient.close(), superuser.end()]));

  const ask = (query: string, variables = {}, of = app) =>
    of.fastify.inject({
      method: "POST",
      url: "/graphql",
      headers: bureau.administrator.headers,
      payload: { query, variables },
    });

  /** While a table is locked. */
  async function locking<T>(table: string, mode: "share" | "access exclusive", work: () => Promise<T>): Promise<T> {
    return (await superuser.begin(async (sql) => {
      await sql.unsafe(`lock table ${table} in ${mode} mode`);
      return work();
    })) as T;
  }

  it("is answered in time also where who asks is not known yet", async () => {
    const { statusCode, headers, body } = await locking("sessions", "access exclusive", () => ask("{ bureau { id } }"));
    expect([statusCode, headers["retry-after"]]).toEqual([503, "1"]);
    expect(JSON.parse(body).errors[0].extensions).toMatchObject({ code: "UNAVAILABLE" });
    await vi.waitFor(async () => expect((await ask("{ bureau { id } }")).statusCode).toBe(200), { timeout: 10_000 });
  });

  it("shares the look who asks with those that come at the same time", async () => {
    const chief = await bureau.signIn({ role: "STATION_CHIEF" });
    const { ask: askAsChief } = clientOf(app, chief.headers);
    const waiting = await locking("sessions", "access exclusive", async () => {
      const answers = Array.from({ length: 20 }, () => askAsChief("{ bureau { id } }"));
      await Promise.all(answers);
      return superuser`select pid from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%from sessions s%'`;
    });
    expect(waiting).toHaveLength(1);
  });

  it("says of a command that it may be done, and does it once under its key", async () => {
    const query = "mutation Make($input: CreateUnitInput!) { createUnit(input: $input) { id } }";
    const input = { parentId: bureau.rootId, kind: "PARTNER", name: "迟到的司法局", idempotencyKey: newKey() };
    const late = await locking("units", "share", () => ask(query, { input }, patient));
    expect(late.statusCode).toBe(503);
    expect(late.json().errors[0].extensions).toMatchObject({ code: "UNAVAILABLE", detail: "OUTCOME_UNKNOWN" });
    const made = await vi.waitFor(
      async () => {
        const again = await ask(query, { input }, patient);
        expect(again.json().errors).toBeUndefined();
        return again.json().data.createUnit.id as string;
      },
      { timeout: 10_000 },
    );
    const rows = await bureau.sql(
      (sql) => sql`select id from units where bureau_id = ${bureau.id} and name = ${input.name}`,
    );
    expect(rows.map(({ id }) => id)).toEqual([made]);
  });
});
