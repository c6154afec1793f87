import { newId } from "@maple-bridge/server/kernel/ids";
import type { GraphQLObjectType } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { type Client, newKey } from "../../support/client.ts";
import { selectionsOf, selectionsOn } from "../../isolation/support/selections.ts";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { act, field, itemOf, seat } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, ordered, registered } from "./ground.ts";

const told = { title: "暗号标题", description: "暗号简况", address: "暗号地址" };
let ground: MatterGround;
let matter: Awaited<ReturnType<typeof registered>>;
let linkage: { id: string };
let callers: Record<string, Client>;

beforeAll(async () => {
  ground = await layMatters();
  const { bureau } = ground;
  const partnerId = await makeStation(bureau, {
    parentId: ground.stationId,
    kind: "PARTNER",
    name: "测试司法所",
    level: 2,
  });
  const elsewhere = await makeStation(bureau);
  const grid = await makeGrid(bureau, elsewhere);
  const partner = await field(bureau, partnerId);
  const neighbour = await field(bureau, elsewhere);
  await seat(bureau, grid.id, neighbour.memberId);
  matter = await registered(ground, { ...told, contacts: [{ role: "CALLER", contact: "13712345678" }] });
  linkage = await ordered(ground, matter.id, {
    orderKind: "LINKAGE",
    to: [{ unitId: partnerId }],
    title: "请派员参加调解",
    instructions: "周三上午，一楼调解室",
  });
  await act(partner, "claimWork", { id: linkage.id }, "id");
  await act(ground.chief, "superviseWork", { id: linkage.id, card: "YELLOW", reason: "逾期未复" }, "id");
  callers = {
    partner,
    neighbour,
    "the neighbours' chief": await bureau.signIn({ role: "STATION_CHIEF", unitId: elsewhere }),
    "the partner's dispatcher": await bureau.signIn({ role: "DISPATCHER", unitId: partnerId }),
  };
});

/** What none of them may be told, in any answer. */
const secrets = () => [...Object.values(told), matter.number.slice(ground.bureau.code.length), "13712345678", "CALLER"];

const names = ["partner", "neighbour", "the neighbours' chief", "the partner's dispatcher"];

test.each(["partner", "the neighbours' chief"])(
  "A94: %s is told nothing of the matter by any root field, or by an id",
  async (name) => {
    const { schema } = (await theServer()).app;
    const roots = Object.values(schema.getQueryType()!.getFields());
    const free = roots.filter(({ args }) =>
      args.every(({ type, defaultValue }) => !String(type).endsWith("!") || defaultValue !== undefined),
    );
    expect(free.length).toBeGreaterThan(20);
    const documents = free.flatMap((root) =>
      selectionsOf(schema, root, 1).map((selection) => `{ ${root.name}${selection} }`),
    );
    const { items, contacts } = await matterOf(ground.chief, matter.id);
    const rows = [
      ["Matter", matter.id],
      ["SealedContact", contacts[0].id],
      ...items.map(({ id }: { id: string }) => ["WorkItem", id]),
    ];
    for (const [type, id] of rows)
      for (const selection of selectionsOn(schema, schema.getType(type!) as GraphQLObjectType, 1))
        documents.push(`{ node(id: "${id}")${selection} }`);
    documents.push(
      `{ matter(number: "${matter.number}") { title } }`,
      `{ matters(filter: { search: "暗号" }) { totalCount nodes { title } } }`,
      `{ workItems(filter: { matterId: "${matter.id}" }) { nodes { number title matter { number } parent { matter { number } } history { after } } } }`,
      ...items.map(
        ({ id }: { id: string }) =>
          `{ explainDeadline(workItemId: "${id}") { item { number title } clocks { dueAt } } }`,
      ),
    );
    const leaks: string[] = [];
    for (const document of documents) {
      const answer = JSON.stringify(await callers[name]!.ask(document));
      for (const secret of secrets())
        if (answer.includes(secret)) leaks.push(`${secret} in ${document.slice(0, 200)}: ${answer.slice(0, 300)}`);
    }
    expect(leaks).toEqual([]);
  },
);

test("A94: the partner sees its order and the supervision of it, and through them no matter", async () => {
  const partner = callers["partner"]!;
  expect(await itemOf(partner, linkage.id, "title instructions matter { number } parent { id }")).toEqual({
    title: "请派员参加调解",
    instructions: "周三上午，一楼调解室",
    matter: null,
    parent: null,
  });
  const { matters } = await partner.run("{ matters { totalCount } }");
  expect(matters.totalCount).toBe(0);
});

test.each(names)("A94: a command of %s about it is answered as one about no matter", async (name) => {
  const { contacts, items } = await matterOf(ground.chief, matter.id);
  const commands = (id: string, contactId: string, itemId: string): [string, string, object][] => [
    ["updateMatter", "UpdateMatterInput", { id, expectedVersion: 1, title: "改" }],
    ["moveMatter", "MoveMatterInput", { id, expectedVersion: 1, gridId: newId() }],
    ["settleMatter", "SettleMatterInput", { id, expectedVersion: 1, outcome: "SETTLED", outcomeNote: "好" }],
    ["mergeMatters", "MergeMattersInput", { fromId: id, intoId: id, openItems: "MOVE" }],
    ["addSealedContact", "AddSealedContactInput", { matterId: id, role: "OTHER", contact: "1" }],
    ["openSealedContact", "OpenSealedContactInput", { id: contactId, reason: "看" }],
    ["settleReceipt", "SettleReceiptInput", { id: itemId, settled: "好", outcome: "SETTLED" }],
    ["handReceiptOn", "HandReceiptOnInput", { id: itemId, memberId: newId() }],
    ["issueOrder", "IssueOrderInput", { matterId: id, orderKind: "COMMUNITY", to: [{ gridId: newId() }] }],
  ];
  const answers = async (...ids: [string, string, string]) => {
    const told = [];
    for (const [mutation, type, input] of commands(...ids)) {
      const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
      const { code, fields } = await callers[name]!.refused(document, {
        input: { idempotencyKey: newKey(), ...input },
      });
      told.push([mutation, code, fields]);
    }
    return told;
  };
  const there = await answers(matter.id, contacts[0].id, items[0].id);
  expect(there).toEqual(await answers(newId(), newId(), newId()));
  for (const [, code] of there) expect(code).toBe("NOT_FOUND");
});

test("who answers for some of its work sees the matter, from elsewhere too", async () => {
  const station = await makeStation(ground.bureau);
  const grid = await makeGrid(ground.bureau, station);
  const holder = await field(ground.bureau, station);
  await seat(ground.bureau, grid.id, holder.memberId);
  expect(await matterOf(holder, matter.id)).toBeNull();
  const [order] = await act(
    ground.bureau.administrator,
    "issueOrder",
    { matterId: matter.id, orderKind: "COMMUNITY", to: [{ gridId: grid.id }] },
    "id",
  );
  expect(await matterOf(holder, matter.id)).toMatchObject({ ...told, viewerMay: [], items: [{ id: order.id }] });
});
