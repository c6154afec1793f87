import { beforeAll, expect, test } from "vitest";
import { newKey } from "../../support/client.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import {
  act,
  communityFeedback,
  field,
  issued,
  itemOf,
  layWork,
  makeRule,
  refusedAct,
  seat,
  type WorkGround,
} from "./ground.ts";

let ground: WorkGround;
beforeAll(async () => {
  ground = await layWork();
  await makeRule(ground.bureau);
});

test("an order goes to who answers for the grid, is accepted, fed back and closed, each step an event", async () => {
  const { officer, dispatcher } = ground;
  const item = await issued(ground);
  expect(item).toMatchObject({
    state: "ISSUED",
    owedBy: "ANSWERER",
    isVacant: false,
    responsible: [{ id: officer.memberId }],
    light: "NORMAL",
  });
  expect(item.clocks.map(({ clock }: { clock: string }) => clock).sort()).toEqual(["ACCEPT", "CLOSE", "FEEDBACK"]);
  expect(await act(officer, "acceptWork", { id: item.id })).toMatchObject({ state: "ACCEPTED" });
  const submitted = await act(officer, "submitWork", { id: item.id, communityFeedback });
  expect(submitted).toMatchObject({
    state: "SUBMITTED",
    owedBy: "ASSESSOR",
    feedback: { __typename: "CommunityFeedback" },
  });
  const closed = await act(dispatcher, "closeWork", { id: item.id, expectedVersion: submitted.version });
  expect(closed).toMatchObject({ state: "CLOSED", outcome: "ACCEPTED", owedBy: null, isLate: false, nextDueAt: null });
  expect(closed.events.map(({ action }: { action: string }) => action)).toEqual(["ISSUE", "ACCEPT", "SUBMIT", "CLOSE"]);
  expect(closed.events[1]).toMatchObject({
    sequence: 2,
    fromState: "ISSUED",
    toState: "ACCEPTED",
    cause: "PERSON",
    actor: { id: officer.memberId },
    answeredBy: { id: officer.memberId },
  });
  expect((await auditOf(ground.bureau, item.id)).map(({ action }) => action)).toEqual([
    "work.issue",
    "work.accept",
    "work.submit",
    "work.close",
  ]);
});

test("a return begins another round with a time of its own; a follow-up closes and issues the next in one", async () => {
  const { officer, dispatcher, grid } = ground;
  const item = await issued(ground);
  await act(officer, "acceptWork", { id: item.id });
  const first = await act(officer, "submitWork", { id: item.id, communityFeedback });
  const back = await act(dispatcher, "returnWork", {
    id: item.id,
    expectedVersion: first.version,
    reason: "请补充双方意见",
  });
  expect(back).toMatchObject({ state: "RETURNED", round: 2, owedBy: "ANSWERER" });
  const again = await act(officer, "submitWork", { id: item.id, communityFeedback });
  const followed = await act(dispatcher, "followUpWork", {
    id: item.id,
    expectedVersion: again.version,
    orderKind: "COMMUNITY",
    to: { gridId: grid.id },
    instructions: "回访双方",
  });
  expect(followed).toMatchObject({
    state: "CLOSED",
    outcome: "FOLLOWED_UP",
    children: [{ orderKind: "COMMUNITY", state: "ISSUED" }],
  });
});

test("A83: who handed it in takes it back on record until it is assessed; unasked only the chief gives it back then, with a reason that stays", async () => {
  const { officer, colleague, dispatcher, chief, bureau } = ground;
  const { id } = await issued(ground);
  await act(officer, "acceptWork", { id });
  await act(officer, "submitWork", { id, communityFeedback });
  expect(await refusedAct(colleague, "withdrawWork", { id })).toMatchObject({ fields: [{ code: "WORK_NOT_YOURS" }] });
  const back = await act(officer, "withdrawWork", { id });
  expect(back).toMatchObject({ state: "ACCEPTED", owedBy: "ANSWERER", round: 2 });
  const again = await act(officer, "submitWork", { id, communityFeedback });
  await act(dispatcher, "closeWork", { id, expectedVersion: again.version });
  const late = await refusedAct(officer, "withdrawWork", { id });
  expect(late).toMatchObject({ code: "CONFLICT", fields: [{ code: "WORK_NOT_NOW" }] });
  expect(await refusedAct(officer, "reopenWork", { id, reason: "漏写一户" })).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(chief, "reopenWork", { id, reason: " " })).toMatchObject({ code: "INVALID" });
  const reopened = await act(chief, "reopenWork", { id, reason: "漏写一户" });
  expect(reopened).toMatchObject({ state: "RETURNED", round: 3, owedBy: "ANSWERER" });
  const steps = ["ISSUE", "ACCEPT", "SUBMIT", "WITHDRAW", "SUBMIT", "CLOSE", "REOPEN"];
  expect(reopened.events.map(({ action }: { action: string }) => action)).toEqual(steps);
  expect(reopened.events[3]).toMatchObject({ actor: { id: officer.memberId }, feedback: null });
  expect(reopened.events.at(-1)).toMatchObject({ reason: "漏写一户" });
  expect((await auditOf(bureau, id)).map(({ action }) => action)).toEqual(
    steps.map((step) => `work.${step.toLowerCase()}`),
  );
});

test("what is not one's own, or not now, is refused and says so", async () => {
  const { officer, colleague, dispatcher } = ground;
  const item = await issued(ground);
  expect(await refusedAct(colleague, "acceptWork", { id: item.id })).toMatchObject({
    code: "FORBIDDEN",
    fields: [{ path: ["input", "id"], code: "WORK_NOT_YOURS" }],
  });
  expect(await refusedAct(officer, "submitWork", { id: item.id, communityFeedback })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "WORK_NOT_NOW" }],
  });
  await act(officer, "acceptWork", { id: item.id });
  expect(
    await refusedAct(officer, "submitWork", { id: item.id, sceneReport: { happened: "甲", done: "乙" } }),
  ).toMatchObject({
    code: "INVALID",
    fields: [
      { path: ["input", "communityFeedback"], code: "REQUIRED" },
      { path: ["input", "sceneReport"], code: "FEEDBACK_NOT_PAIRED" },
    ],
  });
  expect(await refusedAct(dispatcher, "cancelWork", { id: item.id, reason: " " })).toMatchObject({ code: "INVALID" });
  expect(await itemOf(officer, item.id)).toMatchObject({ state: "ACCEPTED", version: 2 });
});

test("a step that is said again under its key tells nothing of an item that has gone out of sight", async () => {
  const laid = await layWork();
  const { bureau, grid } = laid;
  const guest = await field(bureau, await makeStation(bureau));
  await seat(bureau, grid.id, guest.memberId, "AUXILIARY");
  const to = { gridId: grid.id, duty: "AUXILIARY" };
  const { id } = await issued(laid, { to: [to] });
  const accept = { idempotencyKey: newKey(), id };
  expect(await act(guest, "acceptWork", accept)).toMatchObject({ id, state: "ACCEPTED" });
  expect(await act(guest, "acceptWork", accept)).toMatchObject({ id, state: "ACCEPTED" });
  await bureau.sql((sql) => sql`update assignments set ends_at = now() where member_id = ${guest.memberId}`);
  expect(await refusedAct(guest, "acceptWork", accept)).toMatchObject({ code: "NOT_FOUND" });
});
