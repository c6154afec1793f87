import { confirmAsOperator, pendingConsents } from "@maple-bridge/server/operator/consents";
import { afterEach, expect, test } from "vitest";
import { clock, makeBureau } from "../../support/bureau.ts";
import { auditOf, makeAccount, signedIn, signIn } from "./accounts.ts";
import {
  askForRole,
  asked,
  confirmConsent,
  declineConsent,
  grantGuarded,
  keyed,
  makeMember,
  otherAdministrator,
  requestConsent,
  told,
} from "./consents.ts";

afterEach(() => {
  clock.at = null;
});

const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id } }`;
const create = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }`;
const reset = `mutation ($input: AccountCommandInput!) { resetPassword(input: $input) { firstPassword } }`;
const disable = `mutation ($input: AccountCommandInput!) { disableAccount(input: $input) { id } }`;
const rolesOf = `query ($id: ID!) { account(id: $id) { roles { role } } }`;
const list = `query ($pending: Boolean) { consents(pending: $pending) { totalCount nodes { id state viewerMay } } }`;

test("no administrator alone makes an administrator or auditor, nor gives one of them a password", async () => {
  const bureau = await makeBureau();
  const { id } = await makeAccount(bureau);
  const auditor = await bureau.signIn({ role: "AUDITOR" });
  const other = await otherAdministrator(bureau);
  for (const role of ["AUDITOR", "BUREAU_ADMINISTRATOR"]) {
    const given = keyed({ accountId: id, role, unitId: bureau.rootId });
    expect(told(await bureau.administrator.refused(grant, given))).toEqual(["CONFLICT", "input.role CONSENT_NEEDED"]);
    const roles = [
      { role: "MEMBER", unitId: bureau.rootId },
      { role, unitId: bureau.rootId },
    ];
    const account = keyed({ name: "lisi", displayName: "李测试", roles });
    expect(told(await bureau.administrator.refused(create, account))).toEqual([
      "CONFLICT",
      "input.roles.1.role CONSENT_NEEDED",
    ]);
  }
  for (const { accountId } of [auditor, other, bureau.administrator])
    expect(told(await bureau.administrator.refused(reset, keyed({ id: accountId })))).toEqual([
      "CONFLICT",
      "input.id CONSENT_NEEDED",
    ]);
});

test("a role that one asks for holds once another confirms it, and the log names both", async () => {
  const bureau = await makeBureau();
  const other = await otherAdministrator(bureau);
  const { id: accountId } = await makeAccount(bureau);
  const { requestConsent: pending } = await bureau.administrator.run(requestConsent, askForRole(bureau, accountId));
  expect(pending).toMatchObject({
    kind: "GRANT_ROLE",
    state: "PENDING",
    role: "AUDITOR",
    unitName: "测试公安局",
    viewerMay: ["DECLINE_CONSENT"],
    account: { id: accountId },
    requestedBy: { id: bureau.administrator.accountId },
  });
  expect((await other.run(list, { pending: true })).consents.nodes).toEqual([
    { id: pending.id, state: "PENDING", viewerMay: ["CONFIRM_CONSENT", "DECLINE_CONSENT"] },
  ]);
  const variables = keyed({ id: pending.id });
  const { confirmConsent: confirmed } = await other.run(confirmConsent, variables);
  expect(confirmed).toEqual({
    firstPassword: null,
    consent: { id: pending.id, state: "CONFIRMED", decidedBy: { id: other.accountId } },
  });
  expect((await other.run(confirmConsent, variables)).confirmConsent).toEqual(confirmed);
  const { account } = await bureau.administrator.run(rolesOf, { id: accountId });
  expect(account.roles.map(({ role }: { role: string }) => role)).toContain("AUDITOR");
  expect((await other.run(list, { pending: true })).consents.totalCount).toBe(0);
  expect(await auditOf(bureau, pending.id)).toMatchObject([
    { action: "consent.confirm", actorName: other.accountName },
    { action: "consent.request", actorName: bureau.administrator.accountName, after: { role: "AUDITOR" } },
  ]);
  expect((await auditOf(bureau, accountId))[0]).toMatchObject({ action: "role.grant", actorName: other.accountName });
});

test("a first password that one asks for is told to who confirms, once", async () => {
  const bureau = await makeBureau();
  const other = await otherAdministrator(bureau);
  const auditor = await signedIn(bureau);
  await grantGuarded(bureau, other, auditor.id, "AUDITOR");
  const id = await asked(bureau, keyed({ kind: "RESET_PASSWORD", accountId: auditor.id, reason: "忘记密码" }));
  const variables = keyed({ id });
  const { confirmConsent: confirmed } = await other.run(confirmConsent, variables);
  expect((await other.run(confirmConsent, variables)).confirmConsent.firstPassword).toBeNull();
  expect((await auditor.client.refused(`{ viewer { id } }`)).code).toBe("UNAUTHENTICATED");
  expect((await signIn(bureau, auditor.signInName, confirmed.firstPassword)).client).toBeDefined();
});

test("neither who asks nor whose account it is confirms, by whichever of their accounts", async () => {
  const bureau = await makeBureau();
  const [own, theirs] = [await makeMember(bureau), await makeMember(bureau)];
  const asker = await otherAdministrator(bureau, own);
  const second = await otherAdministrator(bureau, own);
  const third = await otherAdministrator(bureau, theirs);
  const { id: accountId } = await makeAccount(bureau);
  const { requestConsent: pending } = await asker.run(requestConsent, askForRole(bureau, accountId));
  const ofThird = (
    await asker.run(requestConsent, keyed({ kind: "RESET_PASSWORD", accountId: third.accountId, reason: "忘记密码" }))
  ).requestConsent;
  for (const [client, { id }] of [
    [asker, pending],
    [second, pending],
    [third, ofThird],
  ] as const) {
    expect(told(await client.refused(confirmConsent, keyed({ id })))).toEqual([
      "CONFLICT",
      "input.id CONSENT_BY_ANOTHER",
    ]);
    const { consents } = await client.run(list, { pending: true });
    const shown = consents.nodes.find((consent: { id: string }) => consent.id === id);
    expect(shown.viewerMay).toEqual(["DECLINE_CONSENT"]);
  }
  const raw = bureau.sql(
    (sql) => sql`update consents set state = 'CONFIRMED', decided_by = ${second.accountId}, decided_at = now()
      where bureau_id = ${bureau.id} and id = ${pending.id}`,
  );
  await expect(raw).rejects.toMatchObject({ constraint_name: "consents_by_another" });
});

test("a consent is declined by another, withdrawn by who asked, and nothing comes of it afterwards", async () => {
  const bureau = await makeBureau();
  const other = await otherAdministrator(bureau);
  const { id: accountId } = await makeAccount(bureau);
  for (const [client, state] of [
    [other, "DECLINED"],
    [bureau.administrator, "WITHDRAWN"],
  ] as const) {
    const id = await asked(bureau, askForRole(bureau, accountId));
    expect((await client.run(declineConsent, keyed({ id }))).declineConsent).toMatchObject({ state });
    expect(told(await other.refused(confirmConsent, keyed({ id })))).toEqual(["CONFLICT", "input.id CONSENT_DECIDED"]);
    const raw = bureau.sql(
      (sql) => sql`update consents set state = 'PENDING' where bureau_id = ${bureau.id} and id = ${id}`,
    );
    await expect(raw).rejects.toMatchObject({ constraint_name: "consents_decided_once" });
  }
});

test("what nobody confirms in three days has expired, and can be asked for again", async () => {
  const bureau = await makeBureau();
  const { id: accountId } = await makeAccount(bureau);
  const id = await asked(bureau, askForRole(bureau, accountId));
  expect(told(await bureau.administrator.refused(requestConsent, askForRole(bureau, accountId)))).toEqual([
    "CONFLICT",
    "input.accountId CONSENT_ASKED_ALREADY",
  ]);
  clock.at = new Date(Date.now() + 3 * 86_400_000 + 1_000);
  const later = await otherAdministrator(bureau);
  expect(told(await later.refused(confirmConsent, keyed({ id })))).toEqual(["CONFLICT", "input.id CONSENT_EXPIRED"]);
  expect((await later.run(list)).consents.nodes).toEqual([{ id, state: "EXPIRED", viewerMay: [] }]);
  await later.run(requestConsent, askForRole(bureau, accountId));
});

test("of two who decide at once one does, and of two who ask at once one has asked", async () => {
  const bureau = await makeBureau();
  const [one, two] = [await otherAdministrator(bureau), await otherAdministrator(bureau)];
  const { id: accountId } = await makeAccount(bureau);
  const requests = await Promise.all(
    [1, 2].map(() => bureau.administrator.ask(requestConsent, askForRole(bureau, accountId))),
  );
  expect(requests.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => told(extensions))).toEqual([
    ["CONFLICT", "input.accountId CONSENT_ASKED_ALREADY"],
  ]);
  const { consents } = await one.run(list, { pending: true });
  const { id } = consents.nodes[0];
  const decisions = await Promise.all([one.ask(confirmConsent, keyed({ id })), two.ask(declineConsent, keyed({ id }))]);
  expect(decisions.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => told(extensions))).toEqual([
    ["CONFLICT", "input.id CONSENT_DECIDED"],
  ]);
});

test("what an administrator asked for who is one no more is not confirmed", async () => {
  const bureau = await makeBureau();
  const [gone, other] = [await otherAdministrator(bureau), await otherAdministrator(bureau)];
  const { id: accountId } = await makeAccount(bureau);
  const { requestConsent: pending } = await gone.run(requestConsent, askForRole(bureau, accountId));
  await bureau.administrator.run(disable, keyed({ id: gone.accountId }));
  expect(told(await other.refused(confirmConsent, keyed({ id: pending.id })))).toEqual([
    "CONFLICT",
    "input.id CONSENT_ASKER_GONE",
  ]);
});

test("what is wrong with a request is told by field; others than administrators, tokens and other bureaus get nowhere", async () => {
  const [bureau, foreign] = [await makeBureau(), await makeBureau()];
  const { id: accountId } = await makeAccount(bureau);
  const refused = async (input: object) => told(await bureau.administrator.refused(requestConsent, keyed(input)));
  expect(await refused({ kind: "GRANT_ROLE", accountId, role: "MEMBER", unitId: foreign.rootId, reason: " " })).toEqual(
    ["INVALID", "input.reason REQUIRED", "input.role CONSENT_NOT_NEEDED", "input.unitId UNIT_UNKNOWN"],
  );
  expect(await refused({ kind: "RESET_PASSWORD", accountId, role: "AUDITOR", reason: "忘记密码" })).toEqual([
    "INVALID",
    "input.accountId CONSENT_NOT_NEEDED",
    "input.role CONSENT_NOT_ABOUT_ROLE",
  ]);
  const id = await asked(bureau, askForRole(bureau, accountId));
  const [auditor, chief] = [await bureau.signIn({ role: "AUDITOR" }), await bureau.signIn({ role: "STATION_CHIEF" })];
  const token = await bureau.token((await otherAdministrator(bureau)).accountId);
  for (const document of [confirmConsent, declineConsent]) {
    expect((await foreign.administrator.refused(document, keyed({ id }))).code).toBe("NOT_FOUND");
    expect((await chief.refused(document, keyed({ id }))).code).toBe("NOT_FOUND");
    expect((await auditor.refused(document, keyed({ id }))).code).toBe("FORBIDDEN");
    expect(await token.refused(document, keyed({ id }))).toMatchObject({
      code: "FORBIDDEN",
      detail: "SIGN_IN_FOR_THIS",
    });
  }
  expect((await auditor.refused(requestConsent, askForRole(bureau, accountId))).code).toBe("FORBIDDEN");
  expect((await foreign.administrator.refused(requestConsent, askForRole(foreign, accountId))).code).toBe("NOT_FOUND");
  for (const client of [chief, foreign.administrator]) expect((await client.run(list)).consents.totalCount).toBe(0);
  expect((await auditor.run(list)).consents.nodes).toEqual([{ id, state: "PENDING", viewerMay: [] }]);
});

test("where there is one administrator only, an operator confirms, and the log says so", async () => {
  const bureau = await makeBureau();
  const { id: accountId, signInName } = await makeAccount(bureau);
  const id = await asked(bureau, askForRole(bureau, accountId, "BUREAU_ADMINISTRATOR"));
  const { database } = bureau.app;
  expect(await pendingConsents(database, bureau.code)).toMatchObject([
    {
      id,
      ask: "BUREAU_ADMINISTRATOR over 测试公安局",
      requestedBy: bureau.administrator.accountName,
      reason: "试设审计",
    },
  ]);
  expect(await confirmAsOperator(database, bureau.code, id)).toEqual({ signInName, firstPassword: undefined });
  expect(await pendingConsents(database, bureau.code)).toEqual([]);
  expect((await auditOf(bureau, id))[0]).toMatchObject({ action: "consent.confirm", actorName: "operator" });
  await expect(confirmAsOperator(database, bureau.code, id)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(confirmAsOperator(database, (await makeBureau()).code, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
