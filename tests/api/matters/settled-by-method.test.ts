import { beforeAll, expect, test } from "vitest";
import type { Client } from "../../support/client.ts";
import { act, communityFeedback, refusedAct } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, ordered, registered } from "./ground.ts";

let ground: MatterGround;
beforeAll(async () => {
  ground = await layMatters();
});

const settling = { outcome: "SETTLED", outcomeNote: "双方和解" };

async function settled(method: string | null, at: Partial<typeof settling> = {}) {
  const { id, version } = await registered(ground);
  return { id, expectedVersion: version, ...settling, ...at, method };
}

const idsOf = async (client: Client, filter: object): Promise<string[]> =>
  (
    await client.run(`query ($filter: MatterFilter) { matters(filter: $filter, first: 100) { nodes { id } } }`, {
      filter,
    })
  ).matters.nodes.map(({ id }: { id: string }) => id);

test("a settled dispute tells its method, by which it is found", async () => {
  const { dispatcher } = ground;
  const input = await settled("DUTY_AND_COURTESY");
  expect(await act(dispatcher, "settleMatter", input, "id method state")).toEqual({
    ...{ id: input.id, method: "DUTY_AND_COURTESY", state: "SETTLED" },
  });
  const plain = await settled(null);
  await act(dispatcher, "settleMatter", plain, "id");
  expect(await idsOf(dispatcher, { method: ["DUTY_AND_COURTESY", "WARM_FEELING"] })).toEqual([input.id]);
});

test("a dispute that is opened again has no method any more", async () => {
  const { dispatcher, officer, chief } = ground;
  const { id } = await registered(ground);
  const order = await ordered(ground, id);
  await act(officer, "acceptWork", { id: order.id });
  const { version } = await act(officer, "submitWork", { id: order.id, communityFeedback });
  await act(dispatcher, "closeWork", { id: order.id, expectedVersion: version });
  const matter = await matterOf(dispatcher, id);
  const input = { id, expectedVersion: matter.version, ...settling, method: "FAMILY_HARMONY" };
  await act(dispatcher, "settleMatter", input, "id");
  await act(chief, "reopenWork", { id: order.id, reason: "当事人反悔" });
  const { node } = await dispatcher.run("query ($id: ID!) { node(id: $id) { ... on Matter { state method } } }", {
    id,
  });
  expect(node).toEqual({ state: "OPEN", method: null });
});

test("what is left unsettled has no method", async () => {
  const error = await refusedAct(
    ground.dispatcher,
    "settleMatter",
    await settled("WARM_FEELING", { outcome: "NOT_SETTLED" }),
  );
  expect(error).toMatchObject({ code: "INVALID", fields: [{ path: ["input", "method"], code: "MATTER_METHOD" }] });
});

test("matters are found by their categories' codes, and by the moments at which they happened and ended", async () => {
  const { dispatcher, categoryId } = ground;
  const { id } = await registered(ground, { happenedAt: "2024-05-06T01:00:00Z" });
  const { matterCategories } = await dispatcher.run("{ matterCategories { id code } }");
  const { code } = matterCategories.find((each: { id: string }) => each.id === categoryId);
  expect(await idsOf(dispatcher, { categoryCodes: [code] })).toContain(id);
  expect(await idsOf(dispatcher, { categoryCodes: ["NO-SUCH"] })).toEqual([]);
  const span = { happenedFrom: "2024-05-06T00:00:00Z", happenedBefore: "2024-05-07T00:00:00Z" };
  expect(await idsOf(dispatcher, span)).toEqual([id]);
  const ended = await settled(null);
  const before = new Date().toISOString();
  await act(dispatcher, "settleMatter", ended, "id");
  expect(await idsOf(dispatcher, { endedFrom: before })).toEqual([ended.id]);
  expect(await idsOf(dispatcher, { endedBefore: before })).not.toContain(ended.id);
});
