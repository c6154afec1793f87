import { beforeAll, expect, test } from "vitest";
import { makeBureau } from "../../support/bureau.ts";
import { auditOf } from "../grids/ground.ts";
import { act, makeRule, refusedAct } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, receiptOf, registered } from "./ground.ts";

let ground: MatterGround;
beforeAll(async () => {
  ground = await layMatters();
});

const base = () => ({
  kind: "DISPUTE",
  categoryId: ground.categoryId,
  source: "WALK_IN",
  title: "噪音",
  gridId: ground.grid.id,
});

test("whoever registers receives it, by a receipt with the rule's time for it", async () => {
  await makeRule(ground.bureau, {
    kind: "RECEIPT",
    orderKind: null,
    acceptWithin: null,
    feedbackWithin: 60,
    closeWithin: null,
  });
  const matter = await registered(ground);
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  expect(matter.number).toMatch(new RegExp(`^${ground.bureau.code}-${year}-\\d{6}$`));
  expect(matter).toMatchObject({
    state: "OPEN",
    urgency: "ORDINARY",
    grid: { id: ground.grid.id },
    station: { id: ground.stationId },
    firstReceiver: { id: ground.colleague.memberId },
    registrar: null,
    category: { name: "邻里", revision: 1 },
  });
  expect(matter.items).toMatchObject([
    { kind: "RECEIPT", number: `${matter.number}-1`, state: "ACCEPTED", member: { id: ground.colleague.memberId } },
  ]);
  const { workItem } = await ground.colleague.run(
    `query ($id: ID!) { workItem(id: $id) { clocks { clock } matter { number } } }`,
    { id: matter.items[0].id },
  );
  expect(workItem).toEqual({ clocks: [{ clock: "FEEDBACK" }], matter: { number: matter.number } });
  const { myWork } = await ground.colleague.run(`{ myWork(first: 50) { nodes { id } } }`);
  expect(myWork.nodes).toContainEqual({ id: matter.items[0].id });
  const deeds = await auditOf(ground.bureau, matter.id);
  expect(deeds.map(({ action }) => action)).toEqual(["matter.register"]);
  expect((await ground.dispatcher.run(`{ matter(number: "${matter.number}") { id } }`)).matter).toEqual({
    id: matter.id,
  });
});

test("one registers for an absent colleague, who then has it, and is on record as who did", async () => {
  const { officer, colleague } = ground;
  const matter = await registered(ground, { firstReceiverId: officer.memberId });
  expect(matter).toMatchObject({ firstReceiver: { id: officer.memberId }, registrar: { id: colleague.memberId } });
  expect(receiptOf(matter)).toMatchObject({ member: { id: officer.memberId } });
});

test("without a grid the station and the address are needed", async () => {
  const without = { ...base(), gridId: null };
  expect(await refusedAct(ground.colleague, "registerMatter", without)).toMatchObject({
    fields: [{ path: ["input", "stationId"], code: "REQUIRED" }],
  });
  const { stationId } = ground;
  expect(await refusedAct(ground.colleague, "registerMatter", { ...without, stationId })).toMatchObject({
    fields: [{ path: ["input", "address"], code: "REQUIRED" }],
  });
  expect(await registered(ground, { gridId: null, stationId, address: "人民路 1 号" })).toMatchObject({
    grid: null,
    address: "人民路 1 号",
  });
});

const identityNumber = "11010519491231002X";

test("an identity number in any text is refused, naming the field", async () => {
  for (const field of ["title", "description", "address"])
    expect(
      await refusedAct(ground.colleague, "registerMatter", { ...base(), [field]: `他是 ${identityNumber}` }),
    ).toMatchObject({
      code: "INVALID",
      fields: [{ path: ["input", field], code: "IDENTITY_NUMBER" }],
    });
  const contacts = [{ role: "PARTY_A" }, { role: "PARTY_B", contact: identityNumber }];
  expect(await refusedAct(ground.colleague, "registerMatter", { ...base(), contacts })).toMatchObject({
    code: "INVALID",
    fields: [{ path: ["input", "contacts", 1, "contact"], code: "IDENTITY_NUMBER" }],
  });
});

test("what does not fit is refused with its field", async () => {
  const ask = (input: object, by = ground.colleague) => refusedAct(by, "registerMatter", { ...base(), ...input });
  const at = (field: string, code: string) => ({ fields: [{ path: ["input", field], code }] });
  expect(await ask({ kind: "HAZARD" })).toMatchObject(at("categoryId", "MATTER_CATEGORY_KIND"));
  expect(await ask({ title: " " })).toMatchObject(at("title", "REQUIRED"));
  expect(await ask({ happenedAt: new Date(Date.now() + 3_600_000).toISOString() })).toMatchObject(
    at("happenedAt", "LIES_AHEAD"),
  );
  expect(await refusedAct(ground.dispatcher, "registerMatter", base())).toMatchObject(
    at("firstReceiverId", "REQUIRED"),
  );
  const contacts = [{ role: "CALLER" }, { role: "CALLER" }];
  expect(await ask({ contacts })).toMatchObject({ fields: [{ code: "MATTER_ROLE_TWICE" }] });
});

test("another bureau's grid, category and members are absent, and an auditor registers nothing", async () => {
  const other = await layMatters();
  const ask = (input: object) => refusedAct(ground.colleague, "registerMatter", { ...base(), ...input });
  expect(await ask({ gridId: other.grid.id })).toMatchObject({ code: "NOT_FOUND" });
  expect(await ask({ categoryId: other.categoryId })).toMatchObject({ code: "NOT_FOUND" });
  expect(await ask({ firstReceiverId: other.officer.memberId })).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "firstReceiverId"] }],
  });
  const auditor = await ground.bureau.signIn({ role: "AUDITOR" });
  const { firstReceiverId } = { firstReceiverId: ground.officer.memberId };
  expect(await refusedAct(auditor, "registerMatter", { ...base(), firstReceiverId })).toMatchObject({
    code: "FORBIDDEN",
  });
  const matter = await registered(ground);
  expect(await matterOf((await makeBureau()).administrator, matter.id)).toBeNull();
  for (const [name, input] of [
    ["updateMatter", { id: matter.id, expectedVersion: 1, title: "改" }],
    ["moveMatter", { id: matter.id, expectedVersion: 1, gridId: other.grid.id }],
    ["settleMatter", { id: matter.id, expectedVersion: 1, outcome: "SETTLED", outcomeNote: "好" }],
    ["mergeMatters", { fromId: matter.id, intoId: matter.id, openItems: "MOVE" }],
    ["addSealedContact", { matterId: matter.id, role: "CALLER", contact: "13800000000" }],
  ] as const)
    expect([name, await refusedAct(other.bureau.administrator, name, input)]).toMatchObject([
      name,
      { code: "NOT_FOUND" },
    ]);
});

test("the same key registers once", async () => {
  const input = {
    ...base(),
    idempotencyKey: `once-${Date.now()}`,
    contacts: [{ role: "CALLER", contact: "13800000001" }],
  };
  const [first, second] = [
    await act(ground.colleague, "registerMatter", input, "id"),
    await act(ground.colleague, "registerMatter", input, "id"),
  ];
  expect(second).toEqual(first);
});

test("A95: fifty who write at once get numbers without a gap, none twice", async () => {
  const fresh = await layMatters();
  const made = await Promise.all(Array.from({ length: 50 }, () => registered(fresh)));
  const numbers = made.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  // What is refused takes no number.
  await refusedAct(fresh.colleague, "registerMatter", {
    ...base(),
    categoryId: fresh.categoryId,
    gridId: fresh.grid.id,
    title: "",
  });
  expect((await registered(fresh)).number).toMatch(/-000051$/);
});

test("those alike that are open are found by grid, kind and category, in any revision of it", async () => {
  const fresh = await layMatters();
  const matter = await registered(fresh);
  const renamed = await act(
    fresh.bureau.administrator,
    "setMatterCategory",
    { kind: "DISPUTE", code: "NEIGHBOURS", name: "邻里纠纷" },
    "id revision",
  );
  expect(renamed.revision).toBe(2);
  expect(
    await refusedAct(fresh.colleague, "registerMatter", {
      ...base(),
      categoryId: fresh.categoryId,
      gridId: fresh.grid.id,
    }),
  ).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "categoryId"], code: "MATTER_CATEGORY_ENDED" }],
  });
  const filter = { gridId: fresh.grid.id, kind: "DISPUTE", categoryId: renamed.id, state: "OPEN" };
  const { matters } = await fresh.colleague.run(
    `query ($filter: MatterFilter) { matters(filter: $filter) { totalCount nodes { id category { name } } } }`,
    { filter },
  );
  expect(matters).toEqual({ totalCount: 1, nodes: [{ id: matter.id, category: { name: "邻里" } }] });
});
