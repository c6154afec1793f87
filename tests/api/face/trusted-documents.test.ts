import { createHash } from "node:crypto";
import { type App, buildApp } from "@maple-bridge/server";
import { trustedDocuments } from "@maple-bridge/server/face/trusted-documents";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Bureau, makeBureau, theServer } from "../../support/bureau.ts";
import { clientOf } from "../../support/client.ts";

const text = "query Whose {\n  bureau {\n    id\n    __typename\n  }\n}";
const id = createHash("sha256").update(text).digest("hex");
let app: App;
let bureau: Bureau;

beforeAll(async () => {
  bureau = await makeBureau();
  const { applicationUrl, app: running } = await theServer();
  app = await buildApp({
    databaseUrl: applicationUrl,
    schema: running.schema,
    trusted: trustedDocuments({ [id]: text }),
  });
});
afterAll(() => app.close());

describe("a browser session", () => {
  it("runs what the screens are made of, by its id", async () => {
    expect(await post({ id })).toEqual({ data: { bureau: { id: bureau.id, __typename: "Bureau" } } });
  });

  it("runs it by its text, however that is laid out", async () => {
    expect(await post({ query: "query Whose { bureau { id } }" })).toEqual({ data: { bureau: { id: bureau.id } } });
  });

  it.each([
    ["another text", { query: "{ bureau { code } }" }],
    ["one more field", { query: "query Whose { bureau { id code } }" }],
    ["one more alias", { query: "query Whose { bureau { id t: __typename } }" }],
    ["an unknown id", { id: "0".repeat(64) }],
    ["its trusted id beside another text", { id, query: "{ bureau { code } }" }],
    ["a name that Apollo knows a document by", { extensions: { persistedQuery: { version: 1, sha256Hash: "1" } } }],
  ])("does not run %s", async (_name, body) => {
    const { data, errors } = await post(body);
    expect(data).toBeUndefined();
    expect(["FORBIDDEN", "BAD_REQUEST"]).toContain(errors[0].extensions.code);
  });
});

describe("a plan", () => {
  it.each([
    ["a session by its id", "session", { id }, true],
    ["a session by its text", "session", { query: text }, true],
    ["a token by its text", "token", { query: text }, true],
    ["a token by a text of its own", "token", { query: "{ bureau { id code } }" }, false],
  ])("of what is asked by %s counts as the screens', or as its account's", async (_name, way, body, isOfScreens) => {
    const { administrator } = bureau;
    const { headers } = way === "session" ? administrator : await bureau.token(administrator.accountId, "READ");
    const spied = vi.spyOn(app.database, "read");
    // The first time Apollo leads the way, then what is known of it.
    for (let time = 1; time <= 2; time++)
      await app.fastify.inject({ method: "POST", url: "/graphql", headers, payload: body });
    const told = spied.mock.calls.map(([, , how]) => how.isOfScreens);
    spied.mockRestore();
    expect(told).toEqual([isOfScreens, isOfScreens]);
  });
});

describe("a token", () => {
  it("runs what it likes", async () => {
    const { headers } = await bureau.token(bureau.administrator.accountId, "READ");
    expect(await clientOf(app, headers).run("{ bureau { code } }")).toEqual({ bureau: { code: bureau.code } });
  });

  it.each(["Bearer mb_cut-off", "Bearer", "Basic YTpi"])("that is none (%s) is told so", async (authorization) => {
    expect(await clientOf(app, { authorization }).refused("{ bureau { code } }")).toMatchObject({
      code: "UNAUTHENTICATED",
    });
  });
});

describe("a stranger", () => {
  it.each(["x", "Bearer mb_cut-off", "Basic YTpi"])(
    "with %s for a token has no document looked at",
    async (authorization) => {
      for (const query of ["{ this is no document", "{ nothing }", "query Whose { bureau { id } }"]) {
        const answer = await app.fastify.inject({
          method: "POST",
          url: "/graphql",
          headers: { authorization },
          payload: { query },
        });
        expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
      }
    },
  );

  it("runs only what the screens are made of", async () => {
    const stranger = clientOf(app, {});
    expect(await stranger.refused("{ bureau { code } }")).toMatchObject({
      code: "FORBIDDEN",
      detail: "DOCUMENT_UNKNOWN",
    });
    expect(await stranger.refused("query Whose { bureau { id } }")).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

async function post(payload: object) {
  const response = await app.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: bureau.administrator.headers,
    payload,
  });
  return response.json();
}
