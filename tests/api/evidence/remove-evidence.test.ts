import { beforeAll, expect, test } from "vitest";
import { clock, now } from "../../support/bureau.ts";
import { testFiles } from "../../support/files.ts";
import { doDaily } from "../../support/jobs.ts";
import { auditOf } from "../grids/ground.ts";
import { act, communityFeedback, itemOf, layWork, refusedAct, type WorkGround } from "../work/ground.ts";
import { accepted, evidenceOf, fetched, photo, send } from "./sending.ts";

let ground: WorkGround;
beforeAll(async () => {
  ground = await layWork();
});

const remove = (id: string) => act(ground.officer, "removeEvidence", { id }, "id evidence { id }");

test("a photo is taken back before the feedback is given, and is had no more", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const bytes = await photo();
  const [one, two] = [await send(ground, officer, id, bytes), await send(ground, officer, id, await photo())];
  expect(await remove(one.id)).toEqual({ id, evidence: [{ id: two.id }] });
  expect((await fetched(ground, officer, `/evidence/${one.id}`)).status).toBe(404);
  expect((await auditOf(ground.bureau, id)).at(-1)).toMatchObject({
    action: "evidence.remove",
    before: { evidenceId: one.id, round: 1, sentDigest: one.sentDigest },
    after: null,
  });
  expect(await refusedAct(officer, "removeEvidence", { id: one.id })).toMatchObject({
    code: "NOT_FOUND",
    fields: [{ path: ["input", "id"] }],
  });
  const again = await send(ground, officer, id, bytes);
  expect((await fetched(ground, officer, `/evidence/${again.id}`)).status).toBe(200);
});

test("one that was announced and will not come is given up, so that the feedback may be given", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const [lost] = await act(officer, "announceEvidence", { itemId: id, sentDigests: ["a".repeat(64)] }, "id");
  expect(await refusedAct(officer, "submitWork", { id, communityFeedback })).toMatchObject({
    fields: [{ code: "EVIDENCE_MISSING" }],
  });
  await remove(lost.id);
  expect(await act(officer, "submitWork", { id, communityFeedback })).toMatchObject({ state: "SUBMITTED" });
});

test("what was handed in stays: neither while it waits to be assessed nor in a later round is it taken back", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted(ground);
  const sent = await send(ground, officer, id, await photo());
  const { version } = await act(officer, "submitWork", { id, communityFeedback });
  expect(await evidenceOf(officer, id)).toMatchObject([{ viewerMay: [] }]);
  expect(await refusedAct(officer, "removeEvidence", { id: sent.id })).toMatchObject({
    code: "CONFLICT",
    fields: [{ code: "WORK_NOT_NOW" }],
  });
  await act(dispatcher, "returnWork", { id, expectedVersion: version, reason: "请补拍" });
  expect(await evidenceOf(officer, id)).toMatchObject([{ viewerMay: [] }]);
  expect(await refusedAct(officer, "removeEvidence", { id: sent.id })).toMatchObject({
    fields: [{ code: "EVIDENCE_ROUND_OVER", params: { round: 1 } }],
  });
});

test("A85: a photo that is added before the feedback is assessed is shown as a supplement, with what is said of it on record", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted(ground);
  const photos = async () =>
    (await itemOf(dispatcher, id, "evidence { id isSupplement }")).evidence as { id: string; isSupplement: boolean }[];
  const first = await send(ground, officer, id, await photo());
  await act(officer, "submitWork", { id, communityFeedback });
  const second = await send(ground, officer, id, await photo());
  const added = await act(officer, "supplementWork", { id, reason: "补拍门牌" });
  expect(added).toMatchObject({ state: "SUBMITTED", round: 1, feedback: { __typename: "CommunityFeedback" } });
  expect(added.events.at(-1)).toMatchObject({ action: "SUPPLEMENT", reason: "补拍门牌" });
  expect(await photos()).toEqual([
    { id: first.id, isSupplement: false },
    { id: second.id, isSupplement: true },
  ]);
  await act(officer, "withdrawWork", { id });
  const { version } = await act(officer, "submitWork", { id, communityFeedback });
  const third = await send(ground, officer, id, await photo());
  await act(dispatcher, "closeWork", { id, expectedVersion: version });
  expect(await photos()).toEqual([
    { id: first.id, isSupplement: false },
    { id: second.id, isSupplement: true },
    { id: third.id, isSupplement: true },
  ]);
  expect(await refusedAct(officer, "supplementWork", { id, reason: "再补" })).toMatchObject({
    fields: [{ code: "WORK_NOT_NOW" }],
  });
});

test("only who answers for the item takes photos back", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted(ground);
  const sent = await send(ground, officer, id, await photo());
  expect(await evidenceOf(dispatcher, id)).toMatchObject([{ viewerMay: [] }]);
  expect(await refusedAct(dispatcher, "removeEvidence", { id: sent.id })).toMatchObject({ code: "FORBIDDEN" });
});

test("files that no photo refers to go from the store a day later; what another photo refers to stays", async () => {
  const own = await layWork();
  const { bureau, officer } = own;
  const files = await testFiles;
  const [one, two] = [await accepted(own), await accepted(own)];
  const [shared, alone] = [await photo(), await photo()];
  const removed = [await send(own, officer, one.id, shared), await send(own, officer, one.id, alone)];
  await send(own, officer, two.id, shared);
  const kept = (await evidenceOf(officer, one.id)).map(({ keptDigest }: { keptDigest: string }) => keptDigest);
  for (const { id } of removed) await act(officer, "removeEvidence", { id }, "id");
  const there = () =>
    Promise.all(kept.map((digest: string) => files.has(bureau.id, digest, AbortSignal.timeout(5_000))));
  await doDaily(bureau, "evidence.clearFiles");
  expect(await there()).toEqual([true, true]);
  clock.at = new Date(now().getTime() + 25 * 3_600_000);
  await doDaily(bureau, "evidence.clearFiles");
  await doDaily(bureau, "evidence.clearFiles");
  clock.at = null;
  expect(await there()).toEqual([true, false]);
  expect((await send(own, officer, one.id, alone)).status).toBe(200);
  expect(await there()).toEqual([true, true]);
});
