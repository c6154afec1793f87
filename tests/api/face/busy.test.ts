import { type App, buildApp } from "@maple-bridge/server";
import { Unavailable } from "@maple-bridge/server/kernel/errors";
import { limitInFlight } from "@maple-bridge/server/face/in-flight";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";

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
  it("are refused beyond as many as there may be", async () => {
    const inFlight = limitInFlight(1);
    let finish = (_word: string) => {};
    const running = inFlight.counted(() => new Promise<string>((resolve) => (finish = resolve)));
    await expect(inFlight.counted(async () => "second")).rejects.toBeInstanceOf(Unavailable);
    finish("first");
    expect(await running).toBe("first");
    expect(await inFlight.counted(async () => "third")).toBe("third");
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
