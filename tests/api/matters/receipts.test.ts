import { beforeAll, expect, test } from "vitest";
import { auditOf } from "../grids/ground.ts";
import { act, communityFeedback, itemOf, refusedAct } from "../work/ground.ts";
import { layMatters, type MatterGround, matterOf, openOf, ordered, receiptOf, registered } from "./ground.ts";

let ground: MatterGround;
beforeAll(async () => {
  ground = await layMatters();
});

const eventsOf = async (id: string) =>
  (await itemOf(ground.dispatcher, id)).events.map(({ action }: { action: string }) => action);

test("the receiver settles it on the spot: the receipt closes and the matter ends", async () => {
  const matter = await registered(ground);
  const receipt = receiptOf(matter);
  const done = await act(ground.colleague, "settleReceipt", {
    id: receipt.id,
    settled: "当场劝和",
    outcome: "SETTLED",
  });
  expect(done).toMatchObject({ state: "CLOSED", outcome: "SETTLED", feedback: { __typename: "Disposition" } });
  const ended = await matterOf(ground.dispatcher, matter.id);
  expect(ended).toMatchObject({ state: "SETTLED", outcomeNote: "当场劝和", viewerMay: [] });
  expect(openOf(ended)).toEqual([]);
  expect((await auditOf(ground.bureau, matter.id)).map(({ action }) => action)).toEqual([
    "matter.register",
    "matter.settle",
  ]);
  expect((await auditOf(ground.bureau, receipt.id)).map(({ action }) => action)).toEqual([
    "work.issue",
    "work.dispose",
  ]);
});

test("an order that is accepted relieves the receiver, one that is declined gives it back", async () => {
  const matter = await registered(ground);
  const first = await ordered(ground, matter.id);
  expect(openOf(await matterOf(ground.dispatcher, matter.id))).toHaveLength(2);
  await act(ground.officer, "declineWork", { id: first.id, reason: "不在辖区" });
  expect(receiptOf(await matterOf(ground.dispatcher, matter.id)).id).toBe(receiptOf(matter).id);
  await act(ground.colleague, "readdressWork", { id: first.id, to: { gridId: ground.grid.id, duty: "MEDIATOR" } });
  await act(ground.mediator, "acceptWork", { id: first.id });
  const accepted = await matterOf(ground.dispatcher, matter.id);
  expect(openOf(accepted).map(({ kind }) => kind)).toEqual(["ORDER"]);
  expect(accepted.items[0]).toMatchObject({ kind: "RECEIPT", state: "CLOSED", outcome: "ISSUED_ON" });
  expect(await eventsOf(accepted.items[0].id)).toEqual(["ISSUE", "END_RECEIPT"]);
  const second = await ordered(ground, matter.id);
  await act(ground.officer, "declineWork", { id: second.id, reason: "不在辖区" });
  const again = await matterOf(ground.dispatcher, matter.id);
  expect(receiptOf(again)).toMatchObject({ state: "ACCEPTED", member: { id: ground.colleague.memberId } });
});

test("the last order closed without settling it leaves it with the receiver; then it may be settled", async () => {
  const matter = await registered(ground);
  const order = await ordered(ground, matter.id);
  await act(ground.officer, "acceptWork", { id: order.id });
  const settling = { id: matter.id, outcome: "NOT_SETTLED", outcomeNote: "当事人另行起诉" };
  const { version } = await matterOf(ground.dispatcher, matter.id);
  expect(await refusedAct(ground.dispatcher, "settleMatter", { ...settling, expectedVersion: version })).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "id"], code: "MATTER_HAS_WORK" }],
  });
  const submitted = await act(ground.officer, "submitWork", { id: order.id, communityFeedback });
  await act(ground.dispatcher, "closeWork", { id: order.id, expectedVersion: submitted.version });
  const back = await matterOf(ground.dispatcher, matter.id);
  expect(back).toMatchObject({ state: "OPEN" });
  expect(receiptOf(back)).toMatchObject({ state: "ACCEPTED", member: { id: ground.colleague.memberId } });
  expect(back.viewerMay).toContain("SETTLE_MATTER");
  const ended = await act(
    ground.dispatcher,
    "settleMatter",
    { ...settling, expectedVersion: back.version },
    "state outcomeNote",
  );
  expect(ended).toEqual({ state: "NOT_SETTLED", outcomeNote: "当事人另行起诉" });
  const reopened = await act(ground.chief, "reopenWork", { id: order.id, reason: "群众反映未了" });
  expect(reopened).toMatchObject({ state: "RETURNED" });
  expect(await matterOf(ground.dispatcher, matter.id)).toMatchObject({
    state: "OPEN",
    outcomeNote: null,
    endedAt: null,
  });
});

test("A83: with an order that is granted back its matter is open again, and says so", async () => {
  const { officer, colleague, dispatcher } = ground;
  const matter = await registered(ground);
  const { id } = await ordered(ground, matter.id);
  await act(officer, "acceptWork", { id });
  const { version } = await act(officer, "submitWork", { id, communityFeedback });
  await act(dispatcher, "closeWork", { id, expectedVersion: version });
  const receipt = receiptOf(await matterOf(dispatcher, matter.id));
  await act(colleague, "settleReceipt", { id: receipt.id, settled: "双方和解", outcome: "SETTLED" });
  expect((await itemOf(colleague, receipt.id)).viewerMay).not.toContain("ASK_FOR_RETURN");
  await act(officer, "askForReturn", { id, reason: "当事人反悔" });
  expect(await matterOf(dispatcher, matter.id)).toMatchObject({ state: "SETTLED" });
  await act(dispatcher, "grantReturn", { id });
  expect(await matterOf(dispatcher, matter.id)).toMatchObject({ state: "OPEN", endedAt: null });
  expect((await auditOf(ground.bureau, matter.id)).map(({ action }) => action)).toEqual([
    "matter.register",
    "matter.settle",
    "matter.reopen",
  ]);
});

test("a receipt that is handed on stays with who has it until the other accepts", async () => {
  const matter = await registered(ground);
  const own = receiptOf(matter);
  const hand = (memberId: string) =>
    act(ground.colleague, "handReceiptOn", { id: own.id, memberId, reason: "熟悉当事人" });
  expect(
    await refusedAct(ground.colleague, "handReceiptOn", { id: own.id, memberId: ground.colleague.memberId }),
  ).toMatchObject({
    fields: [{ path: ["input", "memberId"], code: "MATTER_RECEIVED_BY_THEM" }],
  });
  await hand(ground.mediator.memberId);
  const kept = await hand(ground.officer.memberId);
  expect(kept).toMatchObject({
    id: own.id,
    state: "ACCEPTED",
    children: [{ state: "CANCELLED" }, { state: "ISSUED" }],
  });
  const handed = kept.children[1].id;
  await act(ground.officer, "acceptWork", { id: handed });
  const passed = await matterOf(ground.dispatcher, matter.id);
  expect(openOf(passed).map(({ id }) => id)).toEqual([handed]);
  expect(await itemOf(ground.dispatcher, own.id)).toMatchObject({ state: "CLOSED", outcome: "PASSED_ON" });
  // From now on it comes back to the other one.
  const order = await ordered(ground, matter.id, { to: [{ gridId: ground.grid.id, duty: "MEDIATOR" }] });
  await act(ground.mediator, "acceptWork", { id: order.id });
  await act(ground.dispatcher, "cancelWork", { id: order.id, reason: "误派" });
  expect(receiptOf(await matterOf(ground.dispatcher, matter.id))).toMatchObject({
    member: { id: ground.officer.memberId },
  });
});

test("a suspended receipt ends too, and a receipt is not settled while an order is open", async () => {
  const matter = await registered(ground);
  const receipt = receiptOf(matter);
  const order = await ordered(ground, matter.id);
  expect((await itemOf(ground.colleague, receipt.id)).viewerMay).not.toContain("SETTLE_RECEIPT");
  expect(
    await refusedAct(ground.colleague, "settleReceipt", { id: receipt.id, settled: "好", outcome: "SETTLED" }),
  ).toMatchObject({
    code: "FORBIDDEN",
  });
  await act(ground.dispatcher, "suspendWork", { id: receipt.id, reason: "等候鉴定" });
  await act(ground.officer, "acceptWork", { id: order.id });
  expect(await itemOf(ground.dispatcher, receipt.id)).toMatchObject({ state: "CLOSED", isSuspended: false });
});
