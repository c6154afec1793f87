import { beforeAll, expect, test } from "vitest";
import { auditOf, makeGrid, makeStation } from "../grids/ground.ts";
import { act, field, itemOf, makeRule, refusedAct, seat } from "../work/ground.ts";
import {
  layMatters,
  matterFields,
  type MatterGround,
  matterOf,
  openOf,
  ordered,
  receiptOf,
  registered,
} from "./ground.ts";

let ground: MatterGround;
beforeAll(async () => {
  ground = await layMatters();
  await makeRule(ground.bureau);
  await makeRule(ground.bureau, { kind: "RECEIPT", orderKind: null, acceptWithin: null });
});

const clocksOf = async (matterId: string) => {
  const { items } = await matterOf(ground.dispatcher, matterId);
  const clocks = [];
  for (const { id } of items)
    clocks.push(await itemOf(ground.dispatcher, id, "nextDueAt clocks { id dueAt startedAt }"));
  return clocks;
};

test("A43: whatever is changed of a matter, no due time of its work moves", async () => {
  const matter = await registered(ground);
  await ordered(ground, matter.id);
  const before = await clocksOf(matter.id);
  expect(before.flatMap(({ clocks }) => clocks).length).toBeGreaterThan(3);
  const { administrator } = ground.bureau;
  const { id: categoryId } = await act(
    administrator,
    "setMatterCategory",
    { kind: "DISPUTE", code: "OTHER", name: "其他" },
    "id",
  );
  const grid = await makeGrid(ground.bureau, ground.stationId);
  const changes: [string, object][] = [
    ["updateMatter", { title: "改题" }],
    ["updateMatter", { description: "改述", address: "人民路 2 号" }],
    ["updateMatter", { urgency: "CRITICAL", source: "PATROL", categoryId, happenedAt: "2026-01-01T00:00:00Z" }],
    ["moveMatter", { gridId: grid.id, work: "STAYS" }],
  ];
  for (const [name, change] of changes) {
    const { version } = await matterOf(ground.dispatcher, matter.id);
    await act(ground.dispatcher, name, { id: matter.id, expectedVersion: version, ...change }, "id");
    expect([change, await clocksOf(matter.id)]).toEqual([change, before]);
  }
  const deeds = await auditOf(ground.bureau, matter.id);
  expect(deeds[1]).toMatchObject({
    action: "matter.update",
    before: { title: "车辆堵住小区大门" },
    after: { title: "改题" },
  });
});

test("an update is refused with its field: an identity number, a version that moved, an end that was reached", async () => {
  const { id, version, items } = await registered(ground);
  const ask = (input: object) =>
    refusedAct(ground.dispatcher, "updateMatter", { id, expectedVersion: version, ...input });
  for (const text of ["title", "description", "address"])
    expect(await ask({ [text]: "11010519491231002X" })).toMatchObject({
      fields: [{ path: ["input", text], code: "IDENTITY_NUMBER" }],
    });
  expect(await ask({ title: "改", expectedVersion: 7 })).toMatchObject({ fields: [{ code: "VERSION_MOVED" }] });
  expect(
    await refusedAct(ground.colleague, "updateMatter", { id, expectedVersion: version, title: "改" }),
  ).toMatchObject({
    code: "FORBIDDEN",
  });
  await act(ground.colleague, "settleReceipt", { id: items[0].id, settled: "好", outcome: "SETTLED" });
  expect(await ask({ title: "改" })).toMatchObject({ code: "CONFLICT", fields: [{ code: "MATTER_ENDED" }] });
});

test("A37: moved to another grid, it is asked who takes the work, and said who it would be; nothing moves silently", async () => {
  const stationId = await makeStation(ground.bureau);
  const grid = await makeGrid(ground.bureau, stationId);
  const holder = await field(ground.bureau, stationId, { name: "虚构接办人" });
  await seat(ground.bureau, grid.id, holder.memberId);
  const matter = await registered(ground);
  const order = await ordered(ground, matter.id);
  const { version } = await matterOf(ground.dispatcher, matter.id);
  const { administrator } = ground.bureau;
  const moving = { id: matter.id, expectedVersion: version, gridId: grid.id };
  expect(await refusedAct(ground.dispatcher, "moveMatter", moving)).toMatchObject({ code: "NOT_FOUND" });
  expect(await refusedAct(administrator, "moveMatter", moving)).toMatchObject({
    code: "CONFLICT",
    fields: [
      {
        path: ["input", "work"],
        code: "MATTER_WHO_TAKES",
        params: { number: `${matter.number}-2`, members: "虚构接办人", duty: "RESPONSIBLE_OFFICER" },
      },
    ],
  });
  expect(await matterOf(administrator, matter.id)).toMatchObject({ grid: { id: ground.grid.id }, version });
  const moved = await act(administrator, "moveMatter", { ...moving, work: "READDRESSED" }, matterFields);
  expect(moved).toMatchObject({ grid: { id: grid.id }, station: { id: stationId } });
  expect(await itemOf(administrator, order.id)).toMatchObject({
    state: "ISSUED",
    grid: { id: grid.id },
    responsible: [{ id: holder.memberId }],
  });
  // Who has it in hand has it still.
  expect(receiptOf(moved)).toMatchObject({ member: { id: ground.colleague.memberId } });
  const again = await registered(ground);
  const stays = await ordered(ground, again.id);
  const now = await matterOf(administrator, again.id);
  await act(
    administrator,
    "moveMatter",
    { ...moving, id: again.id, expectedVersion: now.version, work: "STAYS" },
    "id",
  );
  expect(await itemOf(administrator, stays.id)).toMatchObject({ grid: { id: ground.grid.id } });
});

const countOf = async (state: string[]) =>
  (
    await ground.dispatcher.run(`query ($filter: MatterFilter) { matters(filter: $filter) { totalCount } }`, {
      filter: { state },
    })
  ).matters.totalCount as number;

test.each(["MOVE", "CANCEL"])(
  "A98: merged into another it is counted once, and is not settled; its open work: %s",
  async (openItems) => {
    const [from, into] = [await registered(ground), await registered(ground)];
    const order = await ordered(ground, from.id);
    const [open, settled] = [await countOf(["OPEN"]), await countOf(["SETTLED"])];
    const merged = await act(
      ground.dispatcher,
      "mergeMatters",
      { fromId: from.id, intoId: into.id, openItems, reason: "同一纠纷" },
      matterFields,
    );
    expect(merged).toMatchObject({ id: into.id, state: "OPEN", mergedFrom: [{ id: from.id }] });
    const gone = await matterOf(ground.dispatcher, from.id);
    expect(gone).toMatchObject({ state: "MERGED", mergedInto: { id: into.id }, viewerMay: [] });
    expect(openOf(gone)).toEqual([]);
    expect([await countOf(["OPEN"]), await countOf(["SETTLED"])]).toEqual([open - 1, settled]);
    expect(openOf(merged).some(({ id }) => id === order.id)).toBe(openItems === "MOVE");
    expect(await itemOf(ground.dispatcher, order.id)).toMatchObject({
      state: openItems === "MOVE" ? "ISSUED" : "CANCELLED",
    });
    expect((await auditOf(ground.bureau, from.id)).at(-1)).toMatchObject({
      action: "matter.merge",
      reason: "同一纠纷",
    });
    expect((await auditOf(ground.bureau, into.id)).at(-1)).toMatchObject({
      action: "matter.takeIn",
      after: { id: from.id },
    });
    for (const [fromId, intoId] of [
      [from.id, into.id],
      [into.id, from.id],
    ])
      expect(await refusedAct(ground.dispatcher, "mergeMatters", { fromId, intoId, openItems })).toMatchObject({
        code: "CONFLICT",
        fields: [{ code: "MATTER_ENDED" }],
      });
    expect(
      await refusedAct(ground.dispatcher, "mergeMatters", { fromId: into.id, intoId: into.id, openItems }),
    ).toMatchObject({
      fields: [{ code: "MATTER_MERGED_WITH_ITSELF" }],
    });
    // What was merged before goes on with it.
    const third = await registered(ground);
    await act(ground.dispatcher, "mergeMatters", { fromId: into.id, intoId: third.id, openItems }, "id");
    expect(await matterOf(ground.dispatcher, from.id)).toMatchObject({ mergedInto: { id: third.id } });
  },
);

test("work of a merged matter that is opened again goes on under the one it was merged into", async () => {
  const [from, into] = [await registered(ground), await registered(ground)];
  const order = await ordered(ground, from.id);
  await act(ground.officer, "acceptWork", { id: order.id });
  const fed = await act(ground.officer, "submitWork", {
    id: order.id,
    communityFeedback: { kind: "DISPUTE", isResolved: true, done: "劝和" },
  });
  await act(ground.dispatcher, "closeWork", { id: order.id, expectedVersion: fed.version });
  await act(ground.dispatcher, "mergeMatters", { fromId: from.id, intoId: into.id, openItems: "MOVE" }, "id");
  await act(ground.chief, "reopenWork", { id: order.id, reason: "未了" });
  expect(openOf(await matterOf(ground.dispatcher, into.id)).map(({ id }) => id)).toContain(order.id);
  expect(await matterOf(ground.dispatcher, from.id)).toMatchObject({ state: "MERGED" });
});
