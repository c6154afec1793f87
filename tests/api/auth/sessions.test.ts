import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { clientOf, newKey } from "../../support/client.ts";
import { auditOf, goodPassword, signedIn, signIn } from "./accounts.ts";

const viewer = `{ viewer { id } }`;
const sessions = `{ sessions { totalCount nodes { id isCurrent address account { name } } } }`;
const end = `mutation ($input: EndSessionInput!) { endSession(input: $input) { id isLive endedAt } }`;
const signOut = `mutation ($input: SignOutInput!) { signOut(input: $input) }`;
const everywhere = `mutation ($input: SignOutInput!) { signOutEverywhere(input: $input) }`;
const policy = `mutation ($input: UpdateSessionPolicyInput!) { updateSessionPolicy(input: $input) { idleMinutes hours version } }`;
const createToken = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id name scope prefix isUsable } } }`;
const revokeToken = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id isUsable revokedAt } }`;
const keyed = <T extends object>(input: T) => ({ input: { idempotencyKey: newKey(), ...input } });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const firstFault = ({ code, fields }: { code: string; fields: { code: string }[] }) => [code, fields[0]?.code];

test("signing out ends the session and takes the cookie", async () => {
  const bureau = await makeBureau();
  const { client } = await signedIn(bureau);
  const payload = { query: signOut, variables: keyed({}) };
  const response = await bureau.app.fastify.inject({
    method: "POST",
    url: "/graphql",
    headers: client.headers,
    payload,
  });
  expect(response.json()).toEqual({ data: { signOut: true } });
  expect(response.headers["set-cookie"]).toMatch(/^maple_session=; .*Expires=Thu, 01 Jan 1970/);
  expect((await client.refused(viewer)).code).toBe("UNAUTHENTICATED");
});

test("signing out everywhere ends all of one's sessions and nobody else's", async () => {
  const bureau = await makeBureau();
  const { id, client, signInName } = await signedIn(bureau);
  const second = (await signIn(bureau, signInName, goodPassword)).client!;
  await client.run(everywhere, keyed({}));
  for (const each of [client, second]) expect((await each.refused(viewer)).code).toBe("UNAUTHENTICATED");
  await bureau.administrator.run(viewer);
  expect((await auditOf(bureau, id))[0]).toMatchObject({
    action: "session.signOutEverywhere",
    after: { sessionsEnded: 2 },
  });
});

test("one ends one's own session, an administrator anyone's, at once", async () => {
  const bureau = await makeBureau();
  const { client, signInName } = await signedIn(bureau);
  const second = (await signIn(bureau, signInName, goodPassword)).client!;
  const listed = (await client.run(sessions)).sessions;
  expect(listed.totalCount).toBe(2);
  const [own, other] = [true, false].map(
    (isCurrent) => listed.nodes.find((session: { isCurrent: boolean }) => session.isCurrent === isCurrent).id,
  );
  const ended = await client.run(end, keyed({ id: other }));
  expect(ended.endSession).toEqual({ id: other, isLive: false, endedAt: expect.any(String) });
  expect((await second.refused(viewer)).code).toBe("UNAUTHENTICATED");
  expect(firstFault(await client.refused(end, keyed({ id: other })))).toEqual(["CONFLICT", "SESSION_OVER"]);
  expect((await bureau.administrator.run(sessions)).sessions.totalCount).toBe(2);
  await bureau.administrator.run(end, keyed({ id: own }));
  expect((await client.refused(viewer)).code).toBe("UNAUTHENTICATED");
  expect(await auditOf(bureau, own)).toMatchObject([
    { action: "session.end" },
    { action: "session.signIn", entityType: "Session" },
  ]);
});

test("others' sessions look absent, an auditor sees and may not end them, another bureau's are absent", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const member = await bureau.signIn({ role: "MEMBER" });
  const auditor = await bureau.signIn({ role: "AUDITOR" });
  const id = bureau.administrator.sessionId;
  expect((await member.refused(end, keyed({ id }))).code).toBe("NOT_FOUND");
  expect((await auditor.refused(end, keyed({ id }))).code).toBe("FORBIDDEN");
  expect((await other.administrator.refused(end, keyed({ id }))).code).toBe("NOT_FOUND");
  expect((await member.run(sessions)).sessions.nodes).toMatchObject([{ isCurrent: true }]);
});

test("the session policy is the administrator's, within bounds, and holds for running sessions", async () => {
  const bureau = await makeBureau();
  const member = await bureau.signIn({ role: "MEMBER" });
  expect(
    (await bureau.administrator.run(policy, keyed({ idleMinutes: 30, hours: 8, expectedVersion: 1 })))
      .updateSessionPolicy,
  ).toEqual({ idleMinutes: 30, hours: 8, version: 2 });
  expect(
    (await bureau.administrator.refused(policy, keyed({ idleMinutes: 30, hours: 8, expectedVersion: 1 }))).fields[0]
      ?.code,
  ).toBe("VERSION_MOVED");
  expect(
    (await bureau.administrator.refused(policy, keyed({ idleMinutes: 4, hours: 169, expectedVersion: 2 }))).fields.map(
      ({ code }) => code,
    ),
  ).toEqual(["OUT_OF_RANGE", "OUT_OF_RANGE"]);
  expect((await member.refused(policy, keyed({ idleMinutes: 30, hours: 8, expectedVersion: 2 }))).code).toBe(
    "FORBIDDEN",
  );
  expect((await auditOf(bureau, bureau.id))[0]).toMatchObject({
    action: "bureau.updateSessionPolicy",
    before: { idleMinutes: 60, hours: 12 },
    after: { idleMinutes: 30, hours: 8 },
  });
  await bureau.sql(
    (sql) =>
      sql`update sessions set last_seen_at = now() - interval '31 minutes' where bureau_id = ${bureau.id} and id = ${member.sessionId}`,
  );
  const { sessions: live } = await bureau.administrator.run(sessions);
  expect(live.totalCount).toBe(1);
});

test("a token is shown once, works within its scope, is listed, and is out at once when revoked", async () => {
  const bureau = await makeBureau();
  const variables = keyed({ name: "数据交换", scope: "READ", expiresAt: inDays(30) });
  const { createApiToken: made } = await bureau.administrator.run(createToken, variables);
  expect(made).toMatchObject({
    secret: expect.stringMatching(/^mb_[\w-]{22}_[\w-]{43}$/),
    apiToken: { scope: "READ", isUsable: true },
  });
  expect((await bureau.administrator.run(createToken, variables)).createApiToken).toEqual({ ...made, secret: null });
  const token = clientOf(bureau.app, { authorization: `Bearer ${made.secret}` });
  expect((await token.run(viewer)).viewer.id).toBe(bureau.administrator.accountId);
  expect((await token.run(`{ viewer { viewerMay } }`)).viewer.viewerMay).toEqual(["SEE_ACCOUNTS", "READ_AUDIT_LOG"]);
  expect(await token.refused(policy, keyed({ idleMinutes: 30, hours: 8, expectedVersion: 1 }))).toMatchObject({
    code: "FORBIDDEN",
    detail: "READ_ONLY_TOKEN",
  });
  const listed = await bureau.administrator.run(`{ apiTokens(usable: true) { nodes { id name prefix } } }`);
  expect(listed.apiTokens.nodes).toEqual([
    { id: made.apiToken.id, name: "数据交换", prefix: made.secret.slice(26, 32) },
  ]);
  expect((await token.run(revokeToken, keyed({ id: made.apiToken.id }))).revokeApiToken.isUsable).toBe(false);
  expect((await token.refused(viewer)).code).toBe("UNAUTHENTICATED");
  expect(firstFault(await bureau.administrator.refused(revokeToken, keyed({ id: made.apiToken.id })))).toEqual([
    "CONFLICT",
    "TOKEN_REVOKED_ALREADY",
  ]);
  const rows = await auditOf(bureau, made.apiToken.id);
  expect(rows.map(({ action }) => action)).toEqual(["apiToken.revoke", "apiToken.create"]);
  expect(JSON.stringify(rows)).not.toContain(made.secret);
});

test("an expired token is refused", async () => {
  const bureau = await makeBureau();
  const token = await bureau.token(bureau.administrator.accountId);
  await token.run(viewer);
  await bureau.sql(
    (sql) => sql`update api_tokens set expires_at = now() - interval '1 second' where bureau_id = ${bureau.id}`,
  );
  const fresh = await bureau.token(bureau.administrator.accountId);
  await bureau.administrator.run(
    revokeToken,
    keyed({
      id: (await bureau.administrator.run(`{ apiTokens(usable: true) { nodes { id } } }`)).apiTokens.nodes[0].id,
    }),
  );
  for (const each of [token, fresh]) expect((await each.refused(viewer)).code).toBe("UNAUTHENTICATED");
});

test("a token's expiry lies ahead, within 366 days; tokens make no tokens; others than administrators make none", async () => {
  const bureau = await makeBureau();
  const refused = async (expiresAt: string) =>
    firstFault(await bureau.administrator.refused(createToken, keyed({ name: "x", scope: "WRITE", expiresAt })));
  expect(await refused(inDays(-1))).toEqual(["INVALID", "EXPIRY_PAST"]);
  expect(await refused(inDays(367))).toEqual(["INVALID", "EXPIRY_TOO_FAR"]);
  const variables = () => keyed({ name: "x", scope: "WRITE", expiresAt: inDays(1) });
  const token = await bureau.token(bureau.administrator.accountId);
  expect(await token.refused(createToken, variables())).toMatchObject({
    code: "FORBIDDEN",
    detail: "SIGN_IN_FOR_THIS",
  });
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  expect((await chief.refused(createToken, variables())).code).toBe("FORBIDDEN");
});

test("a token that reads revokes no other; others' tokens look absent", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const { createApiToken: made } = await bureau.administrator.run(
    createToken,
    keyed({ name: "一", scope: "WRITE", expiresAt: inDays(1) }),
  );
  const { id } = made.apiToken;
  const reader = await bureau.token(bureau.administrator.accountId, "READ");
  expect((await reader.refused(revokeToken, keyed({ id }))).code).toBe("FORBIDDEN");
  const member = await bureau.signIn({ role: "MEMBER" });
  for (const client of [member, other.administrator])
    expect((await client.refused(revokeToken, keyed({ id }))).code).toBe("NOT_FOUND");
});
