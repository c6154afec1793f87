import { beforeAll, expect, test } from "vitest";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { newKey } from "../../support/client.ts";
import { commands, makeGrid, makeMember, makeStation } from "../members/ground.ts";

let bureau: Bureau;
let here: string;
let there: string;
beforeAll(async () => {
  bureau = await makeBureau();
  [here, there] = [await makeStation(bureau), await makeStation(bureau, { name: "别所" })];
});

const run = async (document: string, input: object) =>
  bureau.administrator.run(document, { input: { idempotencyKey: newKey(), ...input } });
const assignDocument = `mutation ($input: AssignMemberInput!) { assignMember(input: $input) { id version } }`;
const endDocument = `mutation ($input: EndAssignmentInput!) { endAssignment(input: $input) { id } }`;
const historyOf = (type: string) =>
  `query ($id: ID!) { node(id: $id) { ... on ${type} { history { action before after reason } } } }`;

test("a member who went out of sight is not named in the history of the seat held once, and in sight again is", async () => {
  const gridId = await makeGrid(bureau, here);
  const lent = await makeMember(bureau, there, { name: "借来的人", kind: "AUXILIARY" });
  const from = "2026-01-01T00:00:00+08:00";
  const { assignMember: seat } = await run(assignDocument, {
    gridId,
    memberId: lent.id,
    duty: "AUXILIARY",
    from,
    reason: "借用",
  });
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const named = async (by = chief) =>
    (await by.run(historyOf("Assignment"), { id: seat.id })).node.history.at(-1).after as Record<string, unknown>;
  expect(await named()).toMatchObject({ member: "借来的人", badge: lent.badge, grid: "测试网格" });
  await run(endDocument, {
    id: seat.id,
    at: "2026-02-01T00:00:00+08:00",
    expectedVersion: seat.version,
    reason: "归还",
  });
  const { member, badge, ...rest } = await named();
  expect([member, badge]).toEqual([undefined, undefined]);
  expect(rest).toMatchObject({ memberId: lent.id, gridId, grid: "测试网格", duty: "AUXILIARY" });
  expect(await named(bureau.administrator)).toMatchObject({ member: "借来的人", badge: lent.badge });
});

test("an account reads in its own history only the names of units it still reaches, those of its first roles too", async () => {
  const createDocument = `mutation ($input: CreateAccountInput!) { createAccount(input: $input) { account { id roles { id unitName } } } }`;
  const roles = [
    { role: "STATION_CHIEF", unitId: here },
    { role: "DISPATCHER", unitId: there },
  ];
  const { account } = (await run(createDocument, { name: `a${newKey().slice(0, 8)}`, displayName: "某人", roles }))
    .createAccount;
  const token = await bureau.token(account.id, "READ");
  await bureau.sql(
    (sql) =>
      sql`update accounts set must_change_password = false where bureau_id = ${bureau.id} and id = ${account.id}`,
  );
  const told = async () => JSON.stringify((await token.run(historyOf("Account"), { id: account.id })).node.history);
  expect(await told()).toContain("别所");
  const revoked = account.roles.find(({ unitName }: { unitName: string }) => unitName === "别所").id;
  await run(`mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { id } }`, { id: revoked });
  await expect.poll(told).not.toContain("别所");
  expect(await told()).toContain(there);
  const all = (await bureau.administrator.run(historyOf("Account"), { id: account.id })).node.history;
  expect(JSON.stringify(all).split("别所")).toHaveLength(3);
});

test("why a member is away is told to those who manage absences and to the member, of the absence and in history", async () => {
  const member = await makeMember(bureau, here, { name: "请假的人" });
  await commands(() => bureau).run("recordAbsence", { memberId: member.id, from: new Date(), reason: "住院治疗" });
  const asked = `query ($id: ID!) { node(id: $id) { ... on Member { absences { startsAt endsAt reason } history { action after reason } } } }`;
  const seen = async (by: { run: Bureau["administrator"]["run"] }) =>
    (await by.run(asked, { id: member.id })).node as {
      absences: { startsAt: string; reason: string | null }[];
      history: { action: string; after: object; reason: string | null }[];
    };
  const own = await makeMember(bureau, there);
  const chief = await bureau.signIn({ role: "STATION_CHIEF", unitId: here });
  const himself = await bureau.signIn({ role: "MEMBER", unitId: there, memberId: member.id });
  for (const by of [bureau.administrator, chief, himself]) {
    const { absences, history } = await seen(by);
    expect(absences[0]!.reason).toBe("住院治疗");
    expect(history[0]).toMatchObject({ action: "absence.record", after: { reason: "住院治疗" }, reason: "住院治疗" });
  }
  const others = [
    await bureau.signIn({ role: "DISPATCHER", unitId: here }),
    await bureau.signIn({ role: "DISPATCHER" }),
    await bureau.signIn({ role: "AUDITOR" }),
    await bureau.signIn({ role: "MEMBER", unitId: here, memberId: own.id }),
  ];
  for (const by of others) {
    const node = await seen(by);
    expect(node.absences).toMatchObject([{ startsAt: expect.any(String), reason: null }]);
    expect(node.history[0]).toMatchObject({ action: "absence.record", reason: null });
    expect(JSON.stringify(node)).not.toContain("住院");
  }
});

test("a key that no table has and nobody declared is not told", async () => {
  const gridId = await makeGrid(bureau, here);
  await bureau.sql(
    (sql) => sql`
      insert into audit_entries (bureau_id, id, at, actor_name, action, entity_type, entity_id, request_id, after)
      values (${bureau.id}, gen_random_uuid(), now(), 'x', 'grid.update', 'Grid', ${gridId}, 'x', '{"name": "网格", "holderName": "某某"}'::jsonb)`,
  );
  const { node } = await bureau.administrator.run(historyOf("Grid"), { id: gridId });
  expect(node.history).toMatchObject([{ after: { name: "网格" } }]);
  expect(node.history[0].after.holderName).toBeUndefined();
});
