import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { asked, askForRole, confirmConsent, grantGuarded } from "./consents.ts";
import { auditOf, makeAccount, signedIn } from "./accounts.ts";

const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { id roles { id role unitId unitName isBureauWide viewerMay } } }`;
const revoke = `mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { id roles { id role } } }`;
const keyed = <T extends object>(input: T) => ({ input: { idempotencyKey: newKey(), ...input } });
const firstFault = ({ code, fields }: { code: string; fields: { code: string }[] }) => [code, fields[0]?.code];

test("a role that is granted or revoked holds from the very next request", async () => {
  const bureau = await makeBureau();
  const { id, client } = await signedIn(bureau);
  const mayList = async () => (await client.run(`{ accounts { totalCount } }`)).accounts.totalCount > 1;
  expect(await mayList()).toBe(false);
  await grantGuarded(bureau, await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" }), id, "BUREAU_ADMINISTRATOR");
  const { account } = await bureau.administrator.run(
    `query ($id: ID!) { account(id: $id) { roles { id role unitName isBureauWide viewerMay } } }`,
    { id },
  );
  expect(account.roles[0]).toMatchObject({
    role: "BUREAU_ADMINISTRATOR",
    unitName: "测试公安局",
    isBureauWide: true,
    viewerMay: ["MANAGE_ROLES"],
  });
  expect(await mayList()).toBe(true);
  await bureau.administrator.run(revoke, keyed({ id: account.roles[0].id }));
  expect(await mayList()).toBe(false);
  expect((await auditOf(bureau, id)).slice(0, 2)).toMatchObject([
    { action: "role.revoke", before: { role: "BUREAU_ADMINISTRATOR", unitId: bureau.rootId, unitName: "测试公安局" } },
    { action: "role.grant", after: { role: "BUREAU_ADMINISTRATOR" } },
  ]);
});

test("a role that another process's transaction takes away is gone from the very next request", async () => {
  const bureau = await makeBureau();
  const other = await bureau.signIn({ role: "AUDITOR" });
  const sees = async () => (await other.run(`{ accounts { totalCount } }`)).accounts.totalCount;
  expect(await sees()).toBe(2);
  await bureau.sql(
    (sql) => sql`delete from role_grants where bureau_id = ${bureau.id} and account_id = ${other.accountId}`,
  );
  await expect.poll(sees).toBe(1);
});

test("administrator and auditor are refused together, by the command and by the database itself", async () => {
  const bureau = await makeBureau();
  const { accountId: id } = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  expect(
    firstFault(
      await bureau.administrator.refused(grant, keyed({ accountId: id, role: "AUDITOR", unitId: bureau.rootId })),
    ),
  ).toEqual(["CONFLICT", "ADMINISTRATOR_AND_AUDITOR"]);
  const raw = bureau.sql(
    (sql) =>
      sql`insert into role_grants ${sql({ bureauId: bureau.id, id: newId(), accountId: id, role: "AUDITOR", unitId: bureau.rootId })}`,
  );
  await expect(raw).rejects.toMatchObject({ constraint_name: "role_grants_administrator_is_no_auditor" });
});

test("of an auditor's and an administrator's role granted at once, one holds", async () => {
  const bureau = await makeBureau();
  const { id } = await makeAccount(bureau);
  const other = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  const ids = await Promise.all(
    ["AUDITOR", "BUREAU_ADMINISTRATOR"].map((role) => asked(bureau, askForRole(bureau, id, role))),
  );
  const answers = await Promise.all(ids.map((each) => other.ask(confirmConsent, keyed({ id: each }))));
  expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => firstFault(extensions))).toEqual([
    ["CONFLICT", "ADMINISTRATOR_AND_AUDITOR"],
  ]);
});

test("a role held already, an unknown unit, a foreign account and a foreign grant are refused", async () => {
  const [bureau, other] = [await makeBureau(), await makeBureau()];
  const { id } = await makeAccount(bureau);
  const foreign = await makeAccount(other);
  const refused = async (input: object) =>
    firstFault(
      await bureau.administrator.refused(
        grant,
        keyed({ accountId: id, role: "MEMBER", unitId: bureau.rootId, ...input }),
      ),
    );
  expect(await refused({})).toEqual(["CONFLICT", "ROLE_HELD_ALREADY"]);
  expect(await refused({ unitId: other.rootId })).toEqual(["INVALID", "UNIT_UNKNOWN"]);
  expect((await refused({ accountId: foreign.id }))[0]).toBe("NOT_FOUND");
  expect((await bureau.administrator.refused(revoke, keyed({ id: foreign.grantId }))).code).toBe("NOT_FOUND");
});

test("nobody revokes their own administrator's role, and a chief revokes none", async () => {
  const bureau = await makeBureau();
  const { viewer } = await bureau.administrator.run(`{ viewer { roles { id } } }`);
  expect(firstFault(await bureau.administrator.refused(revoke, keyed({ id: viewer.roles[0].id })))).toEqual([
    "CONFLICT",
    "ROLE_IS_YOUR_OWN",
  ]);
  const chief = await bureau.signIn({ role: "STATION_CHIEF" });
  const own = (await chief.run(`{ viewer { roles { id } } }`)).viewer.roles[0].id;
  expect((await chief.refused(revoke, keyed({ id: own }))).code).toBe("FORBIDDEN");
  expect((await chief.refused(revoke, keyed({ id: viewer.roles[0].id }))).code).toBe("NOT_FOUND");
});

test("two administrators who revoke each other at once leave one", async () => {
  const bureau = await makeBureau();
  const other = await bureau.signIn({ role: "BUREAU_ADMINISTRATOR" });
  const grantOf = async (client: typeof other) => (await client.run(`{ viewer { roles { id } } }`)).viewer.roles[0].id;
  const [own, others] = [await grantOf(bureau.administrator), await grantOf(other)];
  const answers = await Promise.all([
    bureau.administrator.ask(revoke, keyed({ id: others })),
    other.ask(revoke, keyed({ id: own })),
  ]);
  expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
});
