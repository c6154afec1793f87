import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, buildApp } from "@maple-bridge/server";
import { type Bureau, makeBureau, type SignedIn, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

let bureau: Bureau;
let app: App;
let address: string;

/** Another process of the same server: what the test file's own one commits must reach it. */
beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any" });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}/events`;
});
afterAll(() => app.close());

it("tells a bureau's screens what has changed there, and those of no other bureau", async () => {
  const other = await makeBureau();
  const [ours, theirs] = [await listen(bureau.administrator), await listen(other.administrator)];
  const input = { parentId: bureau.rootId, kind: "PARTNER", name: "司法局", idempotencyKey: newKey() };
  const { createUnit } = await bureau.administrator.run(
    "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }",
    { input },
  );
  expect(await ours.next()).toEqual({ types: ["Unit"], ids: [createUnit.id] });
  const { createUnit: second } = await other.administrator.run(
    "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }",
    { input: { ...input, parentId: other.rootId } },
  );
  expect(await theirs.next()).toEqual({ types: ["Unit"], ids: [second.id] });
  await Promise.all([ours.stop(), theirs.stop()]);
});

it("ends when the session does", async () => {
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  const events = await listen(chief);
  await bureau.administrator.run("mutation ($input: EndSessionInput!) { endSession(input: $input) { id } }", {
    input: { id: chief.sessionId, idempotencyKey: newKey() },
  });
  expect(await events.untilEnd()).toBe(true);
});

it("is refused to strangers and to tokens", async () => {
  const { headers } = await bureau.token(bureau.administrator.accountId, "READ");
  for (const given of [{}, headers]) {
    const response = await fetch(address, { headers: given });
    expect(response.status).toBe(401);
    await response.body?.cancel();
  }
});

async function listen({ headers }: SignedIn) {
  const response = await fetch(address, { headers });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  const next = async (): Promise<unknown> => {
    const { value, done } = await reader.read();
    if (done) return undefined;
    return value.startsWith("data: ") ? JSON.parse(value.slice("data: ".length)) : next();
  };
  return {
    next,
    stop: () => reader.cancel(),
    async untilEnd() {
      while ((await next()) !== undefined);
      return true;
    },
  };
}
