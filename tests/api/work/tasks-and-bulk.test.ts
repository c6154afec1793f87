import { beforeAll, expect, test } from "vitest";
import { makeGrid, makeStation } from "../grids/ground.ts";
import { newKey } from "../../support/client.ts";
import { act, communityFeedback, field, issued, itemOf, layWork, refusedAct, seat, type WorkGround } from "./ground.ts";

let ground: WorkGround;
beforeAll(async () => {
  ground = await layWork();
});

const bulk = async (input: object) =>
  (
    await ground.dispatcher.run(
      `mutation ($input: StepWorkItemsInput!) { stepWorkItems(input: $input) { id number isDone refusal message } }`,
      { input: { idempotencyKey: newKey(), ...input } },
    )
  ).stepWorkItems;

test("A40: one order to three grids makes three items; one that is accepted leaves the others waiting", async () => {
  const { bureau, stationId, dispatcher, officer, grid } = ground;
  const others = [await makeGrid(bureau, stationId), await makeGrid(bureau, stationId)];
  await issued(ground);
  const items = await act(dispatcher, "issueTask", {
    title: "节前走访",
    to: [grid, ...others].map(({ id }) => ({ gridId: id })),
  });
  expect(new Set(items.map(({ number }: { number: string }) => number)).size).toBe(3);
  expect(items.map(({ isVacant }: { isVacant: boolean }) => isVacant)).toEqual([false, true, true]);
  const done = await act(officer, "submitWork", { id: items[0].id, taskResult: { done: "已走访", count: 12 } });
  expect(done).toMatchObject({ state: "SUBMITTED", feedback: { __typename: "TaskResult" } });
  expect(await itemOf(dispatcher, items[1].id)).toMatchObject({ state: "ACCEPTED", round: 1 });
});

test("a task that brings somebody over the week's cap needs a reason, and the burden is told before", async () => {
  const { bureau, stationId, dispatcher } = ground;
  const grid = await makeGrid(bureau, stationId);
  const busy = await field(bureau, stationId, { name: "忙甲" });
  await seat(bureau, grid.id, busy.memberId);
  const task = { title: "巡查", to: [{ gridId: grid.id }], dueOn: "2099-01-07" };
  await act(dispatcher, "issueTask", { ...task, burdenMinutes: 1000 });
  const { node } = await dispatcher.run(
    `query ($id: ID!) { node(id: $id) { ... on Member { burden(week: "2099-01-05") { week minutes tasks capMinutes } } } }`,
    { id: busy.memberId },
  );
  expect(node.burden).toEqual({ week: "2099-01-05", minutes: 1000, tasks: 1, capMinutes: 1200 });
  expect(await refusedAct(dispatcher, "issueTask", { ...task, burdenMinutes: 210 })).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "reason"], code: "TASK_OVER_CAP", params: { member: "忙甲", hours: 20.2, cap: 20 } }],
  });
  await act(dispatcher, "issueTask", { ...task, burdenMinutes: 210, reason: "专项行动" });
});

test("A63 A64: many at once go by the path of one alone; each has its answer, or none is done", async () => {
  const { officer } = ground;
  const [one, two, three] = [await issued(ground), await issued(ground), await issued(ground)];
  for (const { id } of [one, two]) {
    await act(officer, "acceptWork", { id });
    await act(officer, "submitWork", { id, communityFeedback });
  }
  const items = [one, two, three].map(({ id, version }) => ({ id, expectedVersion: version + 2 }));
  const refused = await ground.dispatcher.refused(
    `mutation ($input: StepWorkItemsInput!) { stepWorkItems(input: $input) { id } }`,
    { input: { idempotencyKey: newKey(), items, step: "CLOSE", mode: "ALL_OR_NONE" } },
  );
  expect(refused).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "items", 2, "id"], code: "WORK_NOT_NOW" }],
  });
  expect(await itemOf(officer, one.id)).toMatchObject({ state: "SUBMITTED" });
  expect(await bulk({ items, step: "CLOSE", mode: "THOSE_THAT_CAN" })).toMatchObject([
    { id: one.id, number: one.number, isDone: true, refusal: null },
    { id: two.id, isDone: true },
    { id: three.id, number: three.number, isDone: false, refusal: "WORK_NOT_NOW" },
  ]);
  expect(await itemOf(officer, three.id)).toMatchObject({ state: "ISSUED" });
});

test("many feedbacks are returned for one reason, each in the version that was seen", async () => {
  const { officer, dispatcher } = ground;
  const [one, two] = [await issued(ground), await issued(ground)];
  for (const { id } of [one, two]) {
    await act(officer, "acceptWork", { id });
    await act(officer, "submitWork", { id, communityFeedback });
  }
  const items = [one, two].map(({ id, version }, index) => ({ id, expectedVersion: version + 2 - index }));
  const step = { items, step: "RETURN", mode: "THOSE_THAT_CAN" };
  expect(await bulk(step)).toMatchObject([
    { isDone: false, refusal: "REQUIRED" },
    { isDone: false, refusal: "VERSION_MOVED" },
  ]);
  expect(await bulk({ ...step, reason: "缺少现场照片" })).toMatchObject([
    { id: one.id, isDone: true },
    { id: two.id, isDone: false, refusal: "VERSION_MOVED" },
  ]);
  expect(await itemOf(dispatcher, one.id)).toMatchObject({ state: "RETURNED", round: 2 });
  expect(await itemOf(dispatcher, two.id)).toMatchObject({ state: "SUBMITTED", round: 1 });
});

test("A65: one out of reach is told like one that is not there", async () => {
  const other = await layWork();
  const elsewhere = await makeStation(ground.bureau);
  const grid = await makeGrid(ground.bureau, elsewhere);
  const [hidden] = await act(ground.bureau.administrator, "issueTask", { title: "别处", to: [{ gridId: grid.id }] });
  const foreign = await issued(other);
  const own = await issued(ground);
  const answers = await bulk({
    items: [hidden, foreign, own].map(({ id }) => ({ id })),
    step: "URGE",
    mode: "THOSE_THAT_CAN",
  });
  expect(answers.map(({ isDone, refusal, number }: Record<string, unknown>) => ({ isDone, refusal, number }))).toEqual([
    { isDone: false, refusal: "NOT_FOUND", number: null },
    { isDone: false, refusal: "NOT_FOUND", number: null },
    { isDone: true, refusal: null, number: own.number },
  ]);
});

test("the funnel's figures are counts of the rows that the list gives by the same conditions", async () => {
  const there = await layWork();
  const { officer, dispatcher, grid, stationId } = there;
  const settle = async (id: string) => {
    await act(officer, "acceptWork", { id });
    return act(officer, "submitWork", { id, communityFeedback });
  };
  await issued(there);
  const first = await issued(there);
  const fed = await settle(first.id);
  await act(dispatcher, "closeWork", { id: first.id, expectedVersion: fed.version });
  const second = await issued(there);
  const once = await settle(second.id);
  await act(dispatcher, "returnWork", { id: second.id, expectedVersion: once.version, reason: "再看" });
  const twice = await act(officer, "submitWork", { id: second.id, communityFeedback });
  const followed = { orderKind: "COMMUNITY", to: { gridId: grid.id } };
  await act(dispatcher, "followUpWork", { id: second.id, expectedVersion: twice.version, ...followed });
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const { orderFunnel } = await dispatcher.run(
    `query ($unitId: ID!, $day: LocalDate!) { orderFunnel(unitId: $unitId, from: $day, to: $day) {
      orderKind issued fedBack closed closedOnTime returned followUps byFirstReceiver onTimeRate } }`,
    { unitId: stationId, day: today },
  );
  expect(orderFunnel.map(({ orderKind }: { orderKind: string }) => orderKind)).toEqual([
    "INCIDENT",
    "CASE",
    "COMMUNITY",
    "SUPERVISION",
    "LINKAGE",
  ]);
  const stage = orderFunnel[2];
  expect(stage).toEqual({
    orderKind: "COMMUNITY",
    issued: 4,
    fedBack: 2,
    closed: 2,
    closedOnTime: 2,
    returned: 1,
    followUps: 1,
    byFirstReceiver: 0,
    onTimeRate: 1,
  });
  const filters = {
    issued: {},
    fedBack: { hasFeedback: true },
    closed: { state: ["CLOSED"] },
    closedOnTime: { state: ["CLOSED"], isLate: false },
    returned: { wasReturned: true },
    followUps: { isFollowUp: true },
    byFirstReceiver: { byFirstReceiver: true },
  };
  for (const [figure, filter] of Object.entries(filters)) {
    const { workItems } = await dispatcher.run(
      `query ($filter: WorkItemFilter) { workItems(filter: $filter) { totalCount } }`,
      { filter: { kind: ["ORDER"], orderKind: ["COMMUNITY"], unitId: stationId, ...filter } },
    );
    expect([figure, workItems.totalCount]).toEqual([figure, stage[figure]]);
  }
});
