import { beforeAll, expect, test } from "vitest";
import type { Client } from "../../support/client.ts";
import { newKey } from "../../support/client.ts";
import { doDaily } from "../../support/jobs.ts";
import { act, refusedAct } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, receiptOf, registered } from "./ground.ts";

const secret = "13712345678 虚构甲";
let ground: MatterGround;
let matter: Awaited<ReturnType<typeof registered>>;
beforeAll(async () => {
  ground = await layMatters();
  matter = await registered(ground, { contacts: [{ role: "PARTY_A", contact: secret }, { role: "PARTY_B" }] });
});

const contactOf = (role: string) => matter.contacts.find((each: { role: string }) => each.role === role);
const opening = `mutation ($input: OpenSealedContactInput!) { openSealedContact(input: $input) { contact sealedContact { role } } }`;
const open = async (client: Client, id: string, input: object = {}) =>
  (await client.run(opening, { input: { idempotencyKey: newKey(), id, reason: "回访", ...input } })).openSealedContact;

test("the chief and the grid's mediator open it, each time on record; others see the role alone", async () => {
  const { id } = contactOf("PARTY_A");
  for (const client of [ground.chief, ground.mediator]) {
    expect((await matterOf(client, matter.id)).contacts[0]).toMatchObject({ viewerMay: ["OPEN_SEALED_CONTACT"] });
    expect(await open(client, id)).toEqual({ contact: secret, sealedContact: { role: "PARTY_A" } });
  }
  for (const client of [ground.dispatcher, ground.colleague, ground.officer, ground.bureau.administrator]) {
    expect((await matterOf(client, matter.id)).contacts).toMatchObject([
      { role: "PARTY_A", isSealed: true, viewerMay: [] },
      { role: "PARTY_B", isSealed: false, viewerMay: [] },
    ]);
    expect(await client.refused(opening, { input: { idempotencyKey: newKey(), id, reason: "看" } })).toMatchObject({
      code: "FORBIDDEN",
    });
  }
  const deeds = await ground.bureau.sql(
    (sql) => sql<{ reason: string; after: object; accountId: string }[]>`
      select reason, after, account_id from audit_entries where bureau_id = ${ground.bureau.id} and action = 'matter.openContact' order by sequence`,
  );
  expect(deeds).toEqual([
    { reason: "回访", after: { role: "PARTY_A" }, accountId: ground.chief.accountId },
    { reason: "回访", after: { role: "PARTY_A" }, accountId: ground.mediator.accountId },
  ]);
});

test("it is told once: a repetition under the same key is told nothing; without a reason nothing is opened", async () => {
  const { id } = contactOf("PARTY_A");
  const idempotencyKey = newKey();
  expect(await open(ground.chief, id, { idempotencyKey })).toMatchObject({ contact: secret });
  expect(await open(ground.chief, id, { idempotencyKey })).toMatchObject({ contact: null });
  expect(await ground.chief.refused(opening, { input: { idempotencyKey: newKey(), id, reason: " " } })).toMatchObject({
    fields: [{ path: ["input", "reason"], code: "REQUIRED" }],
  });
  const empty = { idempotencyKey: newKey(), id: contactOf("PARTY_B").id, reason: "回访" };
  expect(await ground.chief.refused(opening, { input: empty })).toMatchObject({
    fields: [{ code: "CONTACT_NOT_SEALED" }],
  });
});

test("that a contact was sealed is on record with the registration, by the role alone", async () => {
  const deeds = await ground.bureau.sql(
    (sql) => sql<{ action: string; after: object; accountId: string }[]>`
      select action, after, account_id from audit_entries where bureau_id = ${ground.bureau.id} and entity_id = ${matter.id} order by sequence limit 2`,
  );
  expect(deeds).toMatchObject([
    { action: "matter.register", accountId: ground.colleague.accountId },
    { action: "matter.sealContact", after: { role: "PARTY_A" }, accountId: ground.colleague.accountId },
  ]);
});

test("what is refused leaves neither matter nor contact, and names the contact", async () => {
  const rows = () =>
    ground.bureau.sql(
      (sql) => sql`
        select (select count(*) from matters m where m.bureau_id = ${ground.bureau.id}) as matters,
          (select count(*) from sealed_contacts c where c.bureau_id = ${ground.bureau.id}) as contacts`,
    );
  const before = await rows();
  const contacts = [
    { role: "CALLER", contact: "13700000005" },
    { role: "PARTY_A", contact: "身份证 11010519491231002X" },
  ];
  const { categoryId, grid } = ground;
  const input = { kind: "DISPUTE", categoryId, source: "EMERGENCY_110", title: "噪声扰民", gridId: grid.id, contacts };
  expect(await refusedAct(ground.colleague, "registerMatter", input)).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "contacts", 1, "contact"], code: "IDENTITY_NUMBER" }],
  });
  expect(await rows()).toEqual(before);
});

test("a contact is added and sealed anew; an identity number in it is refused", async () => {
  const add = (contact: string) => ({ matterId: matter.id, role: "CALLER", contact });
  expect(await refusedAct(ground.colleague, "addSealedContact", add("11010519491231002X"))).toMatchObject({
    fields: [{ path: ["input", "contact"], code: "IDENTITY_NUMBER" }],
  });
  for (const contact of ["13700000001", "13700000002"]) {
    const { contacts } = await act(ground.colleague, "addSealedContact", add(contact), "contacts { id role }");
    const { id } = contacts.find((each: { role: string }) => each.role === "CALLER");
    expect(await open(ground.chief, id)).toMatchObject({ contact });
  }
});

test("nothing of it stands anywhere in the database, but sealed", async () => {
  const texts = await ground.bureau.sql(async (sql) => {
    const tables = await sql<{ tableName: string }[]>`
      select table_name from information_schema.columns where table_schema = 'public' and column_name = 'bureau_id'`;
    const rows = [];
    for (const { tableName } of tables)
      rows.push(
        ...(await sql`select to_jsonb(t)::text as row from ${sql(tableName)} t where bureau_id = ${ground.bureau.id}`),
      );
    return rows.map(({ row }) => row as string);
  });
  for (const part of [
    "13712345678",
    "虚构甲",
    "13700000001",
    "13700000005",
    Buffer.from("13712345678").toString("hex"),
  ])
    expect(texts.filter((text) => text.includes(part))).toEqual([]);
});

test("ninety days after the matter has ended it is erased, and what it was merged into counts", async () => {
  const contacts = [{ role: "CALLER", contact: "13700000009" }];
  const [ended, young, merged] = [
    await registered(ground, { contacts }),
    await registered(ground, { contacts }),
    await registered(ground, { contacts }),
  ];
  for (const each of [ended, young])
    await act(ground.colleague, "settleReceipt", { id: receiptOf(each).id, settled: "好", outcome: "SETTLED" });
  await act(ground.dispatcher, "mergeMatters", { fromId: merged.id, intoId: matter.id, openItems: "MOVE" }, "id");
  const days = (count: number, id: string) =>
    ground.bureau.sql(
      (sql) =>
        sql`update matters set ended_at = now() - make_interval(days => ${count}) where bureau_id = ${ground.bureau.id} and id = ${id}`,
    );
  await days(91, ended.id);
  await days(89, young.id);
  await days(91, merged.id);
  await doDaily(ground.bureau, "matters.eraseContacts");
  const sealed = async ({ id }: { id: string }) => (await matterOf(ground.chief, id)).contacts[0].isSealed;
  expect([await sealed(ended), await sealed(young), await sealed(merged)]).toEqual([false, true, true]);
  expect((await matterOf(ground.chief, ended.id)).contacts[0]).toMatchObject({
    erasedAt: expect.any(String),
    viewerMay: [],
  });
  const erased = () =>
    ground.bureau.sql(
      (sql) =>
        sql`select entity_id from audit_entries where bureau_id = ${ground.bureau.id} and action = 'matter.eraseContacts'`,
    );
  expect(await erased()).toEqual([{ entityId: ended.id }]);
  await doDaily(ground.bureau, "matters.eraseContacts");
  expect(await erased()).toHaveLength(1);
});
