import { newId } from "@maple-bridge/server/kernel/ids";
import { expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { makeAccount } from "./accounts.ts";
import {
  asked,
  askForRole,
  confirmConsent,
  grantGuarded,
  keyed,
  makeMember,
  otherAdministrator,
  requestConsent,
  told,
} from "./consents.ts";

const update = `mutation ($input: UpdateAccountInput!) { updateAccount(input: $input) { id memberId } }`;

test("no person is administrator and auditor by two accounts, whichever way they come together", async () => {
  const bureau = await makeBureau();
  const other = await otherAdministrator(bureau);
  const memberId = await makeMember(bureau);
  const administrator = await otherAdministrator(bureau, memberId);
  const { id: linked } = await makeAccount(bureau);
  await bureau.administrator.run(update, keyed({ id: linked, memberId, expectedVersion: 1 }));
  const both = ["CONFLICT", "input.role ADMINISTRATOR_AND_AUDITOR"];
  expect(told(await bureau.administrator.refused(requestConsent, askForRole(bureau, linked)))).toEqual(both);
  const { id: unlinked } = await makeAccount(bureau);
  await grantGuarded(bureau, other, unlinked, "AUDITOR");
  expect(
    told(await bureau.administrator.refused(update, keyed({ id: unlinked, memberId, expectedVersion: 1 }))),
  ).toEqual(["CONFLICT", "input.memberId ADMINISTRATOR_AND_AUDITOR"]);
  for (const next of [null, await makeMember(bureau)])
    expect(
      told(
        await bureau.administrator.refused(
          update,
          keyed({ id: administrator.accountId, memberId: next, expectedVersion: 1 }),
        ),
      ),
    ).toEqual(["CONFLICT", "input.memberId MEMBER_KEPT_BY_ROLE"]);
});

test("the database itself keeps a person from being both, and an administrator's account with its member", async () => {
  const bureau = await makeBureau();
  const memberId = await makeMember(bureau);
  const administrator = await otherAdministrator(bureau, memberId);
  const [linked, auditor] = [await makeAccount(bureau), await bureau.signIn({ role: "AUDITOR" })];
  const apart = { constraint_name: "role_grants_administrator_is_no_auditor" };
  const link = (id: string, member: string | null) =>
    bureau.sql((sql) => sql`update accounts set member_id = ${member} where bureau_id = ${bureau.id} and id = ${id}`);
  await link(linked.id, memberId);
  const row = { bureauId: bureau.id, id: newId(), accountId: linked.id, role: "AUDITOR", unitId: bureau.rootId };
  await expect(bureau.sql((sql) => sql`insert into role_grants ${sql(row)}`)).rejects.toMatchObject(apart);
  await expect(link(auditor.accountId, memberId)).rejects.toMatchObject(apart);
  await expect(link(administrator.accountId, null)).rejects.toMatchObject({ constraint_name: "accounts_holder_kept" });
});

test("of an auditor's role and a link to an administrator's member that come at once, one holds", async () => {
  const bureau = await makeBureau();
  const other = await otherAdministrator(bureau);
  const memberId = await makeMember(bureau);
  await otherAdministrator(bureau, memberId);
  const { id: accountId } = await makeAccount(bureau);
  const id = await asked(bureau, askForRole(bureau, accountId));
  const answers = await Promise.all([
    other.ask(confirmConsent, keyed({ id })),
    bureau.administrator.ask(update, keyed({ id: accountId, memberId, expectedVersion: 1 })),
  ]);
  expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
});
