import { beforeAll, describe, expect, it } from "vitest";
import { type Bureau, clock, makeBureau, type SignedIn } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";

const whose = "{ bureau { id } }";
const createUnit = "mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id } }";
const signOut = "mutation ($input: SignOutInput!) { signOut(input: $input) }";
const theHeader = "x-maple-viewer";

let bureau: Bureau;
let chief: SignedIn;
beforeAll(async () => {
  bureau = await makeBureau();
  chief = await bureau.signIn({ role: "STATION_CHIEF" });
});

const unit = () => ({
  input: { parentId: bureau.rootId, kind: "PARTNER", name: "司法局", idempotencyKey: newKey() },
});

const send = (headers: Record<string, string>, query = whose, variables = {}) =>
  bureau.app.fastify.inject({ method: "POST", url: "/graphql", headers, payload: { query, variables } });

const meantFor = (who: SignedIn, asker = bureau.administrator) => ({
  ...asker.headers,
  [theHeader]: who.accountId,
});

describe("a session's request", () => {
  it("is answered where it is meant for who is signed in, and says whose the answer is", async () => {
    for (const headers of [bureau.administrator.headers, meantFor(bureau.administrator)])
      for (const [query, variables] of [
        [whose, {}],
        [whose, {}],
        [createUnit, unit()],
        ["{ nonsense }", {}],
      ] as const) {
        const answer = await send(headers, query, variables);
        expect(answer.headers[theHeader]).toBe(bureau.administrator.accountId);
      }
  });

  it("is refused before anything runs where it is meant for somebody else, a query and a command", async () => {
    const { units: before } = await bureau.administrator.run("{ units { totalCount } }");
    for (const [query, variables] of [
      [whose, {}],
      [createUnit, unit()],
      [signOut, { input: { idempotencyKey: newKey() } }],
      ["{ nonsense }", {}],
    ] as const) {
      const answer = await send(meantFor(chief), query, variables);
      const { data, errors } = answer.json();
      expect([answer.statusCode, data, errors[0].extensions.code]).toEqual([409, undefined, "OTHER_VIEWER"]);
      expect(answer.headers[theHeader]).toBe(bureau.administrator.accountId);
    }
    expect(await bureau.administrator.run("{ units { totalCount } }")).toEqual({ units: before });
  });

  it("is refused alike where it brings a file, or asks for one", async () => {
    for (const request of [
      { method: "POST", url: "/imports", headers: { ...meantFor(chief), "x-maple-import": "1" } },
      { method: "GET", url: "/imports/template?kind=GRIDS", headers: meantFor(chief) },
      {
        method: "GET",
        url: `/imports/template?kind=GRIDS&viewer=${chief.accountId}`,
        headers: bureau.administrator.headers,
      },
    ] as const) {
      const answer = await bureau.app.fastify.inject(request);
      expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([409, "OTHER_VIEWER"]);
    }
  });

  it("is told that it is nobody's where time has ended the session, and that somebody ended it", async () => {
    const began = Date.now();
    expect((await send({ [theHeader]: chief.accountId })).headers[theHeader]).toBe("nobody");
    clock.at = new Date(began + 24 * 3_600_000);
    const late = await send(meantFor(chief, chief));
    clock.at = null;
    expect([late.headers[theHeader], late.json().errors[0].extensions.code]).toEqual(["nobody", "UNAUTHENTICATED"]);
    await chief.run(signOut, { input: { idempotencyKey: newKey() } });
    const ended = await send(meantFor(chief, chief));
    expect([ended.headers[theHeader], ended.json().errors[0].extensions.code]).toEqual(["ended", "UNAUTHENTICATED"]);
    const again = await bureau.signIn({ role: "STATION_CHIEF" });
    await bureau.sql((sql) => sql`update accounts set disabled_at = now() where id = ${again.accountId}`);
    expect((await send(meantFor(again, again))).headers[theHeader]).toBe("ended");
  });
});

it("a stream is refused where it is meant for somebody else", async () => {
  const other = await bureau.signIn({ role: "DISPATCHER" });
  const url = `/events?viewer=${bureau.administrator.accountId}`;
  const answer = await bureau.app.fastify.inject({ method: "GET", url, headers: other.headers });
  expect([answer.statusCode, answer.json().errors[0].extensions.code]).toEqual([409, "OTHER_VIEWER"]);
});

it("a token is its program's alone: it says for nobody whom it asks for, and is told nothing of it", async () => {
  const token = await bureau.token(bureau.administrator.accountId);
  const answer = await send(meantFor(chief, { ...chief, headers: token.headers }));
  expect(answer.json().data).toBeTruthy();
  expect(answer.headers[theHeader]).toBeUndefined();
});
