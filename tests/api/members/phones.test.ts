import { beforeEach, expect, test } from "vitest";
import { type Client, newKey } from "../../support/client.ts";
import { type Bureau, makeBureau } from "../../support/bureau.ts";
import { codes, commands, makeStation } from "./ground.ts";

let bureau: Bureau;
let unitId: string;
beforeEach(async () => {
  bureau = await makeBureau();
  unitId = await makeStation(bureau);
});

const { run, refused } = commands(() => bureau);
const input = (of: object) => ({ kind: "OFFICER", badge: "PH-1", name: "虚构甲", unitId, ...of });

test.each([
  ["(0359)2012345", "0359-2012345"],
  ["（0359）2012345", "0359-2012345"],
  ["0359-2012345转801", "0359-2012345-801"],
  ["0359—2012345", "0359-2012345"],
  ["+86 139 0000 0000", "13900000000"],
  ["13900000000；", "13900000000"],
])("the telephone number %s is kept as %s", async (phone, kept) => {
  const { id } = await run("createMember", input({ phone }));
  expect((await bureau.administrator.run(opening, { input: { idempotencyKey: newKey(), id } })).openPhone.phone).toBe(
    kept,
  );
});

test.each([
  ["13900001234", "139****1234"],
  ["0359-2012345-801", "0359-****45"],
  ["010-62345678", "010-****78"],
])("of %s no more is read than %s, in lists and by itself", async (phone, shown) => {
  const { id, badge } = await run("createMember", input({ phone }));
  const asked = `query ($id: ID!, $badge: String!) {
    members { nodes { phone } } member(badge: $badge) { phone } node(id: $id) { ... on Member { phone } } }`;
  const read = await bureau.administrator.run(asked, { id, badge });
  expect([read.members.nodes[0].phone, read.member.phone, read.node.phone]).toEqual([shown, shown, shown]);
});

const opening = `mutation ($input: OpenPhoneInput!) { openPhone(input: $input) { phone member { name } } }`;

test("whoever may call a member opens the number, each time on record; nobody else does", async () => {
  const { id } = await run("createMember", input({ phone: "13900001234" }));
  const own = await bureau.signIn({ role: "MEMBER", unitId, memberId: id });
  const colleague = await bureau.signIn({ role: "MEMBER", unitId });
  const dispatcher = await bureau.signIn({ role: "DISPATCHER", unitId });
  const mays = async ({ run }: Pick<Client, "run">) =>
    (await run(`{ members { nodes { viewerMay } } }`)).members.nodes[0]?.viewerMay.includes("OPEN_PHONE");
  for (const client of [dispatcher, own]) {
    expect(await mays(client)).toBe(true);
    expect((await client.run(opening, { input: { idempotencyKey: newKey(), id } })).openPhone).toEqual({
      phone: "13900001234",
      member: { name: "虚构甲" },
    });
  }
  for (const client of [colleague, await bureau.signIn({ role: "AUDITOR" })]) {
    expect(await mays(client)).toBe(false);
    expect(await client.refused(opening, { input: { idempotencyKey: newKey(), id } })).toMatchObject({
      code: "FORBIDDEN",
    });
  }
  const stranger = await bureau.signIn({ role: "STATION_CHIEF", unitId: await makeStation(bureau) });
  expect(await stranger.refused(opening, { input: { idempotencyKey: newKey(), id } })).toMatchObject({
    code: "NOT_FOUND",
  });
  const deeds = await bureau.sql(
    (sql) => sql<{ accountId: string; after: object }[]>`
      select account_id, after from audit_entries
      where bureau_id = ${bureau.id} and action = 'member.openPhone' and entity_id = ${id} order by sequence`,
  );
  expect(deeds).toEqual([
    { accountId: dispatcher.accountId, after: { phone: "***1234" } },
    { accountId: own.accountId, after: { phone: "***1234" } },
  ]);
});

test("a number is told once: the same key again gives none, and without a number there is none to open", async () => {
  const { id } = await run("createMember", input({ phone: "13900001234" }));
  const once = { input: { idempotencyKey: newKey(), id } };
  expect((await bureau.administrator.run(opening, once)).openPhone.phone).toBe("13900001234");
  expect((await bureau.administrator.run(opening, once)).openPhone.phone).toBeNull();
  const { id: without } = await run("createMember", input({ badge: "PH-2" }));
  expect(
    await bureau.administrator.refused(opening, { input: { idempotencyKey: newKey(), id: without } }),
  ).toMatchObject({ fields: [{ path: ["input", "id"], code: "MEMBER_WITHOUT_PHONE" }] });
});

test.each([
  ["13900000000/13900000001", "MEMBER_PHONE_TWO"],
  ["2012345", "MEMBER_PHONE_AREA"],
  ["139000", "MEMBER_PHONE_SHAPE"],
])("the telephone number %s is refused for what is wrong with it", async (phone, code) => {
  expect(codes(await refused("createMember", input({ phone })))).toEqual([`input.phone ${code}`]);
});
