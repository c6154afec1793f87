import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLog } from "@maple-bridge/server/face/server-log";
import type { Actor } from "@maple-bridge/server/kernel/actor";
import { RateLimited, Unavailable } from "@maple-bridge/server/kernel/errors";
import { openLive } from "@maple-bridge/server/face/live";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type App, buildApp } from "@maple-bridge/server";
import { type Bureau, clock, makeBureau, now, type SignedIn, theServer } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { listen as listenTo } from "../../support/listen.ts";

const createUnit = "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }";
const grantRole = "mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }";

let bureau: Bureau;
let app: App;
let address: string;

/** Another process of the same server: what the test file's own one commits must reach it. */
beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any", now });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}/events`;
});
afterAll(() => app.close());

it("tells a bureau's screens what has changed there, and those of no other bureau", async () => {
  const other = await makeBureau();
  const [ours, theirs] = [await listen(bureau.administrator), await listen(other.administrator)];
  const input = { parentId: bureau.rootId, kind: "PARTNER", name: "司法局", idempotencyKey: newKey() };
  await bureau.administrator.run(createUnit, { input });
  expect(await ours.next()).toEqual({ types: ["Unit"] });
  await other.administrator.run(grantRole, {
    input: {
      accountId: other.administrator.accountId,
      role: "STATION_CHIEF",
      unitId: other.rootId,
      idempotencyKey: newKey(),
    },
  });
  expect(await theirs.next()).toEqual({ types: ["Account"] });
  await Promise.all([ours.stop(), theirs.stop()]);
});

it("names no rows: a chief's stream does not tell what another station has", async () => {
  const [own, other] = [await station("甲派出所"), await station("乙派出所")];
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: own });
  const events = await listen(chief);
  const { createMember } = await bureau.administrator.run(
    "mutation ($input: CreateMemberInput!) { createMember(input: $input) { id } }",
    { input: { unitId: other, kind: "AUXILIARY", badge: "F0001", name: "尹春山", idempotencyKey: newKey() } },
  );
  expect(createMember.id).toBeTruthy();
  // What was made before the stream began may still come first.
  let told: object;
  do {
    told = (await events.next()) as object;
    expect(Object.keys(told)).toEqual(["types"]);
  } while (!JSON.stringify(told).includes("Member"));
  await events.stop();
});

it("keeps no session alive, nor does what a screen asks by itself", async () => {
  const began = Date.now();
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  const at = (minutes: number) => (clock.at = new Date(began + minutes * 60_000));
  const ask = async (headers = {}) =>
    (
      await app.fastify.inject({
        method: "POST",
        url: "/graphql",
        headers: { ...chief.headers, ...headers },
        payload: { query: "{ bureau { id } }" },
      })
    ).json();
  at(30);
  expect((await ask()).data).toBeTruthy();
  at(60);
  const events = await listen(chief);
  expect((await ask({ "x-maple-automatic": "1" })).data).toBeTruthy();
  at(89);
  expect((await ask({ "x-maple-automatic": "1" })).data).toBeTruthy();
  at(91);
  expect((await ask()).errors[0].extensions.code).toBe("UNAUTHENTICATED");
  clock.at = null;
  await events.stop();
});

it("is given so often to a session, and to an account, and to others still", async () => {
  const [chief, other] = [await bureau.signIn({ role: "STATION_CHIEF" }), await bureau.signIn({ role: "DISPATCHER" })];
  const open = await Promise.all(Array.from({ length: 40 }, () => fetch(address, { headers: chief.headers })));
  const statuses = open.map(({ status }) => status);
  expect([200, 429].map((status) => statuses.filter((each) => each === status).length)).toEqual([12, 28]);
  await (await listen(other)).stop();
  await Promise.all(open.map(({ body }) => body?.cancel()));
  await vi.waitFor(async () => (await listen(chief)).stop(), { timeout: 10_000 });
});

it("is counted for each session, account and bureau, and in all", () => {
  const live = openLive({} as never, undefined as never, { session: 1, account: 2, bureau: 3, all: 4 });
  const take = (id: string, accountId: string, bureauId: string) => () =>
    live.take({ via: { kind: "session", id }, accountId, bureauId } as Actor);
  const giveBack = take("1", "a", "x")();
  expect(take("1", "a", "x")).toThrow(RateLimited);
  take("2", "a", "x")();
  expect(take("3", "a", "x")).toThrow(RateLimited);
  take("4", "b", "x")();
  expect(take("5", "c", "x")).toThrow(Unavailable);
  take("6", "d", "y")();
  expect(take("7", "e", "z")).toThrow(Unavailable);
  giveBack();
  expect(take("7", "e", "z")).not.toThrow();
  live.close();
});

it("is looked up for strangers as rarely as any other request is", async () => {
  const { applicationUrl, app: running } = await theServer();
  const strict = await buildApp({
    databaseUrl: applicationUrl,
    schema: running.schema,
    trusted: "any",
    rates: { signedIn: 9, strangers: 3 },
  });
  const made = () => ({
    cookie: `maple_session=${"A".repeat(22)}.${crypto.randomUUID().replaceAll("-", "")}${"A".repeat(11)}`,
  });
  const ask = async () => (await strict.fastify.inject({ url: "/events", headers: made() })).statusCode;
  const statuses = await Promise.all(Array.from({ length: 20 }, ask));
  expect(statuses.filter((status) => status === 401)).toHaveLength(3);
  expect(statuses.filter((status) => status === 429)).toHaveLength(17);
  await strict.close();
});

it("ends where nobody reads it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "maple-log-"));
  const log = openLog(join(folder, "server.log"), "info");
  const live = openLive({ find: () => new Promise<never>(() => {}) } as never, log);
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
  socket.write("GET /events HTTP/1.1\r\nhost: x\r\n\r\n");
  const [request, raw] = (await once(server, "request")) as [unknown, ServerResponse];
  const credential = { kind: "session", bureauId: bureau.id, secretHash: Buffer.alloc(32) } as const;
  let isGivenBack = false;
  live.open({ raw, request } as never, credential, () => (isGivenBack = true));
  const filling = { bureauId: bureau.id, types: ["x".repeat(100_000)] };
  while (!raw.destroyed) {
    live.tell(filling);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await vi.waitFor(() => expect(isGivenBack).toBe(true));
  live.close();
  socket.destroy();
  server.close();
  log.close();
  expect(readFileSync(join(folder, "server.log"), "utf8")).toContain("a stream that nobody reads was ended");
  rmSync(folder, { recursive: true });
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

async function station(name: string): Promise<string> {
  const input = { name, template: "ONE_ROOM_ONE_TEAM", idempotencyKey: newKey() };
  const made = await bureau.administrator.run(
    "mutation ($input: CreateStationInput!) { createStation(input: $input) { id } }",
    { input },
  );
  return made.createStation.id;
}

const listen = (who: SignedIn) => listenTo(address, who);
