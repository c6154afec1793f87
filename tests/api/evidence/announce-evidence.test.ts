import { beforeAll, expect, test } from "vitest";
import { auditOf, makeStation } from "../grids/ground.ts";
import { act, communityFeedback, field, layWork, refusedAct, type WorkGround } from "../work/ground.ts";
import { accepted, digestOf, evidenceOf, photo, send } from "./sending.ts";

let ground: WorkGround;
beforeAll(async () => {
  ground = await layWork();
});

const announce = (itemId: string, sentDigests: readonly string[]) =>
  act(ground.officer, "announceEvidence", { itemId, sentDigests }, "id sentDigest receivedAt url viewerMay");

test("A67: the feedback is not given before all announced photos are in, whatever was cut in between", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const photos = await Promise.all(Array.from({ length: 5 }, () => photo()));
  const digests = photos.map(digestOf);
  const announced = await announce(id, digests);
  expect(announced).toMatchObject(
    digests.map((sentDigest) => ({ sentDigest, receivedAt: null, url: null, viewerMay: ["REMOVE_EVIDENCE"] })),
  );
  for (const bytes of photos.slice(0, 2)) await send(ground, officer, id, bytes);
  const missing = (come: number) =>
    digests
      .slice(come)
      .map((digest) => ({ path: ["input", "evidence"], code: "EVIDENCE_MISSING", params: { digest } }));
  for (let come = 2; come < 5; come++) {
    expect(await refusedAct(officer, "submitWork", { id, communityFeedback })).toMatchObject({
      code: "CONFLICT",
      fields: missing(come),
    });
    expect((await send(ground, officer, id, photos[come]!)).id).toBe(announced[come].id);
  }
  expect(await act(officer, "submitWork", { id, communityFeedback })).toMatchObject({ state: "SUBMITTED" });
  const actions = (await auditOf(ground.bureau, id)).map(({ action }) => action);
  expect(actions).toEqual([
    "work.issue",
    "work.accept",
    "evidence.announce",
    ...photos.map(() => "evidence.receive"),
    "work.submit",
  ]);
});

test("an item that asks for photos is not fed back with fewer; one picture sent as two files is one", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground, { photosAtLeast: 2 });
  const bytes = await photo();
  const few = (count: number) => ({ code: "EVIDENCE_TOO_FEW", params: { least: 2, count } });
  expect(await refusedAct(officer, "submitWork", { id, communityFeedback })).toMatchObject({ fields: [few(0)] });
  await send(ground, officer, id, bytes);
  await send(ground, officer, id, Buffer.concat([bytes, Buffer.from("\0")]));
  expect(await evidenceOf(officer, id)).toHaveLength(2);
  expect(await refusedAct(officer, "submitWork", { id, communityFeedback })).toMatchObject({ fields: [few(1)] });
  await send(ground, officer, id, await photo());
  expect(await act(officer, "submitWork", { id, communityFeedback })).toMatchObject({ state: "SUBMITTED" });
});

test("announced twice is announced once, in small letters, and what has come stays", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const bytes = await photo();
  const sent = await send(ground, officer, id, bytes);
  const late = digestOf(Buffer.from("late"));
  const given = await announce(id, [digestOf(bytes).toUpperCase(), late, late]);
  expect(given.map((file: { id: string }) => file.id)).toEqual([sent.id, expect.any(String)]);
  expect((await announce(id, [late]))[0].id).toBe(given[1].id);
  expect((await auditOf(ground.bureau, id)).filter(({ action }) => action === "evidence.announce")).toMatchObject([
    { after: { round: 1, sentDigests: [late] } },
  ]);
});

test("what is no digest is refused by its place, and nothing at all as well", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const wrong = { itemId: id, sentDigests: ["0".repeat(64), "cafe", "g".repeat(64)] };
  expect(await refusedAct(officer, "announceEvidence", wrong)).toMatchObject({
    code: "INVALID",
    fields: [1, 2].map((index) => ({ path: ["input", "sentDigests", index], code: "EVIDENCE_DIGEST_FORM" })),
  });
  expect(await refusedAct(officer, "announceEvidence", { itemId: id, sentDigests: [] })).toMatchObject({
    fields: [{ code: "REQUIRED" }],
  });
  expect(await evidenceOf(officer, id)).toEqual([]);
});

test("only who answers for the item announces", async () => {
  const { dispatcher, bureau } = ground;
  const { id } = await accepted(ground);
  const input = { itemId: id, sentDigests: ["0".repeat(64)] };
  expect(await refusedAct(dispatcher, "announceEvidence", input)).toMatchObject({ code: "FORBIDDEN" });
  expect(await refusedAct(await field(bureau, await makeStation(bureau)), "announceEvidence", input)).toMatchObject({
    code: "NOT_FOUND",
  });
});
