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

const byPostOnly = "Documents come by POST only: what an address bar or a link can carry is neither read nor logged.";
const in200 =
  "A client of plain JSON reads from the body what was wrong; whoever wants the status asks for application/graphql-response+json.";

/** What a server may do and ours does not, by the audit's id and name, and why. */
const optional = [
  ["5A70", "MAY accept application/x-www-form-urlencoded formatted GET requests", byPostOnly],
  [
    "D6D5",
    "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
    byPostOnly,
  ],
  [
    "6A70",
    "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
    byPostOnly,
  ],
  ["LKJ1", "MAY use 400 status code on number {query} parameter", in200],
  ["LKJ2", "MAY use 400 status code on boolean {query} parameter", in200],
  ["8764", "MAY use 4xx or 5xx status codes if parameters are invalid", in200],
  ["3E3A", "MAY use 400 status code if parameters are invalid", in200],
];

test("a program with a token finds all of GraphQL over HTTP that is no choice", async () => {
  const { headers } = await bureau.token(bureau.administrator.accountId, "READ");
  const withToken = (address: string, init: RequestInit = {}) =>
    fetch(address, { ...init, headers: { ...(init.headers as object), ...headers, "apollo-require-preflight": "1" } });
  const audits = await auditServer({ url, fetchFn: withToken });
  const kept = audits.filter(({ status }) => status === "ok");
  const left = audits.filter(({ status }) => status !== "ok");
  expect(left.filter(({ status }) => status !== "notice").map(({ name }) => name)).toEqual([]);
  const named = (audits: { id: string; name: string }[]) => audits.map(({ id, name }) => `${id} ${name}`).sort();
  expect(named(left)).toEqual(named(optional.map(([id, name]) => ({ id: id!, name: name! }))));
  expect([kept.length, audits.length]).toEqual([54, 61]);
});
