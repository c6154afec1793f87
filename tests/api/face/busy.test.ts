import type { AddressInfo } from "node:net";
import { type App, buildApp } from "@maple-bridge/server";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import { limitInFlight } from "@maple-bridge/server/face/in-flight";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import type { Client } from "../../support/client.ts";

const whose = { query: "{ bureau { id } }" };
let bureau: Bureau;
let app: App;
beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({
    databaseUrl: applicationUrl,
    schema: running.schema,
    trusted: "any",
    rates: { signedIn: 3, strangers: 2 },
  });
});
afterAll(() => app.close());

describe("requests under way", () => {
  it("are refused beyond as many as there may be", () => {
    const inFlight = limitInFlight({ all: 1, bureau: 1, asker: 1 });
    const first = inFlight.enter();
    expect(() => inFlight.enter()).toThrow(Unavailable);
    first.leave();
    expect(inFlight.count()).toBe(0);
    inFlight.enter().leave();
  });
});

describe("requests that wait, over HTTP", () => {
  it("are refused beyond an account's and a bureau's share, and no other bureau's", async () => {
    const { applicationUrl, superuserUrl, app: running } = await theServer();
    const held = await buildApp({
      databaseUrl: applicationUrl,
      schema: running.schema,
      trusted: "any",
      inFlight: { all: 9, bureau: 3, asker: 2 },
    });
    await held.fastify.listen({ port: 0, host: "127.0.0.1" });
    const { port } = held.fastify.server.address() as AddressInfo;
    const statusOf = async ({ headers }: Client) => {
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify({ query: "{ dutyHolders { duty } }" }),
      });
      return answer.status;
    };
    const colleague = await bureau.signIn({ role: "AUDITOR" });
    const stranger = (await makeBureau()).administrator;
    for (const one of [bureau.administrator, colleague, stranger]) expect(await statusOf(one)).toBe(200);
    const superuser = postgres(superuserUrl, { max: 1 });
    const several = (times: number, client: Client) => Array.from({ length: times }, () => statusOf(client));
    const waiting = await superuser.begin(async (sql) => {
      await sql`lock table duty_holders in access exclusive mode`;
      const own = several(3, bureau.administrator);
      expect(await Promise.race(own)).toBe(503);
      const ofBureau = several(2, colleague);
      expect(await Promise.race(ofBureau)).toBe(503);
      return [own, ofBureau, several(1, stranger)];
    });
    const statuses = await Promise.all(waiting.map(async (each) => (await Promise.all(each)).sort()));
    expect(statuses).toEqual([[200, 200, 503], [200, 503], [200]]);
    await superuser.end();
    await held.close();
  });
});

describe("too many requests", () => {
  const ask = (headers: Record<string, string>) =>
    app.fastify.inject({ method: "POST", url: "/graphql", headers, payload: whose });

  it("of one session are refused, and not those of others", async () => {
    const { headers } = bureau.administrator;
    const statuses = await inTurn(5, () => ask(headers));
    expect(statuses.slice(0, 2)).toEqual([200, 200]);
    expect(statuses.at(-1)).toBe(429);
    expect((await ask((await bureau.signIn({ role: "AUDITOR" })).headers)).statusCode).toBe(200);
    expect((await ask(headers)).json().errors[0].extensions).toMatchObject({
      code: "RATE_LIMITED",
      retryAt: expect.any(String),
    });
  });

  it("of strangers are refused by address, whatever secrets they try", async () => {
    const made = () => ({
      cookie: `maple_session=${"A".repeat(22)}.${crypto.randomUUID().replaceAll("-", "")}${"A".repeat(11)}`,
    });
    expect((await inTurn(4, () => ask(made()))).at(-1)).toBe(429);
  });
});

async function inTurn(times: number, work: () => Promise<{ statusCode: number }>) {
  const statuses: number[] = [];
  for (let index = 0; index < times; index++) statuses.push((await work()).statusCode);
  return statuses;
}
