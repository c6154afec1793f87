import type { AddressInfo } from "node:net";
import { type App, buildApp } from "@maple-bridge/server";
import { auditServer } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";

let app: App;
let bureau: Bureau;
let url: string;
beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({ databaseUrl: applicationUrl, schema: running.schema });
  await app.fastify.listen({ port: 0, host: "127.0.0.1" });
  url = `http://127.0.0.1:${(app.fastify.server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => app.close());

/** What a server may do and ours does not: documents come by POST only, and a plain JSON client reads from the body what was wrong. */
const optional = [
  ...["5A70", "D6D5", "6A70"].map((id) => [id, "by GET"]),
  ...["LKJ1", "LKJ2", "8764", "3E3A"].map((id) => [id, "with 400"]),
];

test("a program with a token finds all of GraphQL over HTTP that is no choice", async () => {
  const { headers } = await bureau.token(bureau.administrator.accountId, "READ");
  const withToken = (address: string, init: RequestInit = {}) =>
    fetch(address, { ...init, headers: { ...(init.headers as object), ...headers, "apollo-require-preflight": "1" } });
  const audits = await auditServer({ url, fetchFn: withToken });
  const kept = audits.filter(({ status }) => status === "ok");
  const left = audits.filter(({ status }) => status !== "ok");
  expect(left.filter(({ status }) => status !== "notice").map(({ name }) => name)).toEqual([]);
  expect(left.map(({ id }) => id).sort()).toEqual(optional.map(([id]) => id).sort());
  expect([kept.length, audits.length]).toEqual([54, 61]);
});
