import { expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { auditOf, goodPassword, makeAccount, signedIn, signIn } from "./accounts.ts";

const mutation = (name: string, type: string, selection: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`;
const create = mutation("createAccount", "CreateAccountInput", "firstPassword account { id name }");
const update = mutation(
  "updateAccount",
  "UpdateAccountInput",
  "id displayName memberId version history { action before after }",
);
const disable = mutation("disableAccount", "AccountCommandInput", "id disabledAt");
const enable = mutation("enableAccount", "AccountCommandInput", "id disabledAt");
const unlock = mutation("unlockAccount", "AccountCommandInput", "id lockedUntil");
const reset = mutation("resetPassword", "AccountCommandInput", "firstPassword account { mustChangePassword }");
const change = mutation("changePassword", "ChangePasswordInput", "id mustChangePassword");

const keyed = <T extends object>(input: T) => ({ input: { idempotencyKey: newKey(), ...input } });
const newAccount = (bureau: Bureau, more: object = {}) =>
  keyed({ name: "lisi", displayName: "李测试", roles: [{ role: "MEMBER", unitId: bureau.rootId }], ...more });
const faultsOf = ({ code, fields }: { code: string; fields: { path: (string | number)[]; code: string }[] }) => [
  code,
  ...fields.map((field) => `${field.path.join(".")} ${field.code}`),
];

test("a new account has its roles and a first password that is shown once", async () => {
  const bureau = await makeBureau();
  const variables = newAccount(bureau, { name: " LiSi " });
  const { createAccount: made } = await bureau.administrator.run(create, variables);
  expect(made).toMatchObject({ firstPassword: expect.stringMatching(/^\w{4}(-\w{4}){3}$/), account: { name: "lisi" } });
  expect((await bureau.administrator.run(create, variables)).createAccount).toEqual({ ...made, firstPassword: null });
  const [row] = await auditOf(bureau, made.account.id);
  expect(row).toMatchObject({
    action: "account.create",
    actorName: bureau.administrator.accountName,
    after: { name: "lisi", roles: [{ role: "MEMBER", unitName: "测试公安局" }] },
  });
  expect(JSON.stringify(row)).not.toContain(made.firstPassword);
});

test("what is wrong with a new account is told by field", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const refused = async (more: object) =>
    faultsOf(await bureau.administrator.refused(create, newAccount(bureau, more)));
  expect(await refused({ name: "-", displayName: " ", memberId: other.id })).toEqual([
    "INVALID",
    "input.name ACCOUNT_NAME_SHAPE",
    "input.displayName REQUIRED",
    "input.memberId MEMBER_UNKNOWN",
  ]);
  expect(await refused({ roles: [{ role: "MEMBER", unitId: other.rootId }] })).toEqual([
    "INVALID",
    "input.roles.0.unitId UNIT_UNKNOWN",
  ]);
  const both = ["AUDITOR", "BUREAU_ADMINISTRATOR"].map((role) => ({ role, unitId: bureau.rootId }));
  expect(await refused({ roles: both })).toEqual(["INVALID", "input.roles.1.role ADMINISTRATOR_AND_AUDITOR"]);
  await bureau.administrator.run(create, newAccount(bureau));
  expect(await refused({})).toEqual(["CONFLICT", "input.name ACCOUNT_NAME_TAKEN"]);
  await other.administrator.run(create, newAccount(other));
});

test("of two who make the same account at once, one is told that the name is taken", async () => {
  const bureau = await makeBureau();
  const answers = await Promise.all([1, 2].map(() => bureau.administrator.ask(create, newAccount(bureau))));
  const [fault] = answers.flatMap(({ errors }) => errors ?? []);
  expect(faultsOf(fault!.extensions)).toEqual(["CONFLICT", "input.name ACCOUNT_NAME_TAKEN"]);
});

test("only an administrator of the whole bureau makes and changes accounts", async () => {
  const bureau = await makeBureau();
  const account = await makeAccount(bureau);
  const [auditor, chief, member] = await Promise.all(
    (["AUDITOR", "STATION_CHIEF", "MEMBER"] as const).map((role) => bureau.signIn({ role })),
  );
  for (const client of [auditor!, chief!, member!])
    expect((await client.refused(create, newAccount(bureau))).code).toBe("FORBIDDEN");
  for (const document of [disable, enable, unlock, reset]) {
    expect((await auditor!.refused(document, keyed({ id: account.id }))).code).toBe("FORBIDDEN");
    expect((await chief!.refused(document, keyed({ id: account.id }))).code).toBe("NOT_FOUND");
    expect((await member!.refused(document, keyed({ id: member!.accountId }))).code).toBe("FORBIDDEN");
  }
});

test("another bureau's account looks absent", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const { id } = await makeAccount(other);
  for (const document of [disable, enable, unlock, reset])
    expect((await bureau.administrator.refused(document, keyed({ id }))).code).toBe("NOT_FOUND");
  expect((await bureau.administrator.refused(update, keyed({ id, expectedVersion: 1 }))).code).toBe("NOT_FOUND");
  expect((await bureau.administrator.run(`query ($id: ID!) { account(id: $id) { id } }`, { id })).account).toBeNull();
});

test("an update changes what it names, and is refused when the account has moved on", async () => {
  const bureau = await makeBureau();
  const { id } = await makeAccount(bureau);
  const first = await bureau.administrator.run(update, keyed({ id, displayName: "李改名", expectedVersion: 1 }));
  expect(first.updateAccount).toMatchObject({
    displayName: "李改名",
    memberId: null,
    version: 2,
    history: [
      { action: "account.update", before: { displayName: "王测试" }, after: { displayName: "李改名" } },
      { action: "account.create" },
    ],
  });
  const stale = await bureau.administrator.refused(update, keyed({ id, displayName: "再改", expectedVersion: 1 }));
  expect(stale).toMatchObject({ code: "CONFLICT", fields: [{ code: "VERSION_MOVED", params: { version: 2 } }] });
});

test("a disabled account is out at once, its tokens too, and back when enabled", async () => {
  const bureau = await makeBureau();
  const { id, client, signInName } = await signedIn(bureau);
  const token = await bureau.token(id);
  await bureau.administrator.run(disable, keyed({ id }));
  for (const each of [client, token]) expect((await each.refused(`{ viewer { id } }`)).code).toBe("UNAUTHENTICATED");
  expect((await signIn(bureau, signInName, goodPassword)).client).toBeUndefined();
  expect(faultsOf(await bureau.administrator.refused(disable, keyed({ id })))).toEqual([
    "CONFLICT",
    "input.id ACCOUNT_DISABLED_ALREADY",
  ]);
  expect((await bureau.administrator.run(enable, keyed({ id }))).enableAccount.disabledAt).toBeNull();
  expect((await signIn(bureau, signInName, goodPassword)).client).toBeDefined();
  expect((await client.refused(`{ viewer { id } }`)).code).toBe("UNAUTHENTICATED");
  expect((await auditOf(bureau, id)).map(({ action }) => action)).toContain("account.disable");
});

test("nobody disables their own account", async () => {
  const bureau = await makeBureau();
  const refused = await bureau.administrator.refused(disable, keyed({ id: bureau.administrator.accountId }));
  expect(faultsOf(refused)).toEqual(["CONFLICT", "input.id ACCOUNT_IS_YOUR_OWN"]);
});

test("two administrators who disable each other at once leave one", async () => {
  const bureau = await makeBureau();
  const other = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  const answers = await Promise.all([
    bureau.administrator.ask(disable, keyed({ id: other.accountId })),
    other.ask(disable, keyed({ id: bureau.administrator.accountId })),
  ]);
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});

test("an unlocked account signs in before its time", async () => {
  const bureau = await makeBureau();
  const { id, signInName, password } = await makeAccount(bureau);
  for (let failure = 0; failure < 5; failure++) await signIn(bureau, signInName, "wrong");
  const seen = await bureau.administrator.run(`query ($id: ID!) { account(id: $id) { lockedUntil } }`, { id });
  expect(seen.account.lockedUntil).toEqual(expect.any(String));
  expect((await bureau.administrator.run(unlock, keyed({ id }))).unlockAccount.lockedUntil).toBeNull();
  expect((await signIn(bureau, signInName, password)).client).toBeDefined();
});

test("a reset gives a first password again and ends the sessions", async () => {
  const bureau = await makeBureau();
  const { id, client, signInName } = await signedIn(bureau);
  const { resetPassword: given } = await bureau.administrator.run(reset, keyed({ id }));
  expect(given.account.mustChangePassword).toBe(true);
  expect((await client.refused(`{ viewer { id } }`)).code).toBe("UNAUTHENTICATED");
  expect((await signIn(bureau, signInName, goodPassword)).client).toBeUndefined();
  expect((await signIn(bureau, signInName, given.firstPassword)).answer.data?.signIn.mustChangePassword).toBe(true);
  expect((await auditOf(bureau, id)).map(({ action }) => action)).toContain("account.resetPassword");
});

test("a password is changed with the current one, and the other sessions end", async () => {
  const bureau = await makeBureau();
  const { id, client, signInName } = await signedIn(bureau);
  const other = (await signIn(bureau, signInName, goodPassword)).client!;
  const variables = keyed({ currentPassword: goodPassword, newPassword: "Another-river-22" });
  expect((await client.run(change, variables)).changePassword).toEqual({ id, mustChangePassword: false });
  expect((await client.run(change, variables)).changePassword.id).toBe(id);
  expect((await other.refused(`{ viewer { id } }`)).code).toBe("UNAUTHENTICATED");
  expect((await signIn(bureau, signInName, "Another-river-22")).client).toBeDefined();
  expect((await auditOf(bureau, id))[0]).toMatchObject({
    action: "account.changePassword",
    after: { sessionsEnded: 1 },
  });
});

test("a new password that is weak, the same, or given with a wrong current one is refused", async () => {
  const bureau = await makeBureau();
  const { client, name } = await signedIn(bureau);
  const refused = async (newPassword: string, currentPassword = goodPassword) =>
    faultsOf(await client.refused(change, keyed({ currentPassword, newPassword })));
  expect(await refused(`X-${name}`)).toEqual([
    "INVALID",
    "input.newPassword PASSWORD_TOO_SHORT",
    "input.newPassword PASSWORD_HOLDS_NAME",
  ]);
  expect(await refused(goodPassword)).toEqual(["INVALID", "input.newPassword PASSWORD_UNCHANGED"]);
  for (let failure = 1; failure < 5; failure++)
    expect(await refused("Another-river-22", "wrong")).toEqual(["INVALID", "input.currentPassword PASSWORD_WRONG"]);
  expect(await refused("Another-river-22", "wrong")).toEqual(["RATE_LIMITED"]);
  expect(await refused("Another-river-22")).toEqual(["RATE_LIMITED"]);
});

test("a token changes no password", async () => {
  const bureau = await makeBureau();
  const token = await bureau.token((await signedIn(bureau)).id);
  const refused = await token.refused(
    change,
    keyed({ currentPassword: goodPassword, newPassword: "Another-river-22" }),
  );
  expect(refused).toMatchObject({ code: "FORBIDDEN", detail: "SIGN_IN_FOR_THIS" });
});

test("accounts are found by text, role, state and in order; who sees no others sees their own", async () => {
  const bureau = await makeBureau();
  const { accountId: id, accountName } = await bureau.signIn({ role: "AUDITOR" });
  const name = accountName.split("@")[0]!;
  const list = `query ($filter: AccountFilter, $orderBy: AccountOrder! = NAME, $direction: OrderDirection! = ASC, $first: Int, $after: String) {
    accounts(filter: $filter, orderBy: $orderBy, direction: $direction, first: $first, after: $after) { totalCount nodes { id name } pageInfo { endCursor hasNextPage } }
  }`;
  const found = async (filter: object) =>
    (await bureau.administrator.run(list, { filter })).accounts.nodes.map((account: { id: string }) => account.id);
  expect(await found({ search: name.toUpperCase() })).toEqual([id]);
  expect(await found({ search: "试账" })).toHaveLength(2);
  expect(await found({ role: "AUDITOR" })).toEqual([id]);
  expect(await found({ disabled: true })).toEqual([]);
  expect(await found({ disabled: false })).toHaveLength(2);
  expect(await found({ search: null, role: null, memberId: null, disabled: null })).toHaveLength(2);
  for (const orderBy of ["NAME", "DISPLAY_NAME", "CREATED_AT"]) {
    const { accounts: page } = await bureau.administrator.run(list, { orderBy, direction: "DESC", first: 1 });
    const { accounts: next } = await bureau.administrator.run(list, {
      orderBy,
      direction: "DESC",
      first: 1,
      after: page.pageInfo.endCursor,
    });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(new Set([page.nodes[0].id, next.nodes[0].id]).size).toBe(2);
  }
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  expect((await chief.run(list)).accounts.nodes.map((account: { id: string }) => account.id)).toEqual([
    chief.accountId,
  ]);
});
