import type { AddressInfo } from "node:net";
import { type App, buildApp } from "@maple-bridge/server";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";

let app: App;
let address: string;
let admin: Sql;
let hostile: Bureau;
let other: Bureau;

beforeAll(async () => {
  const { superuserUrl, applicationUrl, app: running } = await theServer();
  [hostile, other] = [await makeBureau(), await makeBureau()];
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema, trusted: "any" });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}/graphql`;
  admin = postgres(superuserUrl, { max: 2, onnotice: () => {} });
});
afterAll(async () => {
  await app.close();
  await admin.end();
});

const ask = async (bureau: Bureau, query: string, variables: object = {}, signal: AbortSignal | null = null) => {
  const headers = { ...bureau.administrator.headers, "content-type": "application/json" };
  const response = await fetch(address, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
    signal,
  });
  return response.json() as Promise<{ data?: Record<string, unknown>; errors?: unknown[] }>;
};

/** The machine may be busy: what is waited for is a thing, not a time. */
const patiently = { timeout: 15_000 };

const waitingForMembers = async () =>
  (
    await admin`select from pg_stat_activity where datname = current_database() and application_name = 'maple-bridge reads' and wait_event_type = 'Lock'`
  ).length;

/** Given up, or refused before because so many of the account's were waiting. */
const gone = (told: unknown) =>
  told instanceof Object && "errors" in told
    ? { errors: [expect.objectContaining({ extensions: expect.objectContaining({ detail: "TOO_MANY_READS" }) })] }
    : { name: "AbortError" };

it("searches whose callers are gone are gone from the database too, and held up no other bureau", async () => {
  const search = "query ($search: String) { members(filter: { search: $search }) { totalCount nodes { name } } }";
  const whose = "{ bureau { id } }";
  expect(await ask(other, whose)).toMatchObject({ data: { bureau: { id: other.id } } });
  const callers = new AbortController();
  await admin.begin(async (tx) => {
    await tx`lock table members in access exclusive mode`;
    const asked = Array.from({ length: 45 }, (_, turn) =>
      ask(hostile, search, { search: `${turn}${"枫".repeat(90)}` }, callers.signal).catch((error: unknown) => error),
    );
    await expect.poll(waitingForMembers, patiently).toBeGreaterThan(0);
    for (let turn = 0; turn < 10; turn++)
      expect(await ask(other, whose)).toMatchObject({ data: { bureau: { id: other.id } } });
    expect(await waitingForMembers()).toBeGreaterThan(0);
    callers.abort();
    for (const told of await Promise.all(asked)) expect([told]).toEqual([expect.objectContaining(gone(told))]);
    await expect.poll(waitingForMembers, patiently).toBe(0);
  });
  expect(await ask(hostile, search, { search: "枫" })).toMatchObject({ data: { members: { totalCount: 0 } } });
});
