import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { newKey } from "../../support/client.ts";
import { auditOf, makeStation } from "../grids/ground.ts";
import { act, communityFeedback, field, layWork, refusedAct, type WorkGround } from "../work/ground.ts";
import { accepted, digestOf, evidenceOf, faultOf, fetched, photo, send, sendForm } from "./sending.ts";

let ground: WorkGround;
let other: WorkGround;
beforeAll(async () => {
  [ground, other] = [await layWork(), await layWork()];
});

const receivesOf = async (itemId: string) =>
  (await auditOf(ground.bureau, itemId)).filter(({ action }) => action === "evidence.receive");

test("a photo is kept upright, told of by the item, and given out with its thumbnail", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const bytes = await photo({ width: 640, height: 480 });
  const sent = await send(ground, officer, id, bytes);
  expect(sent).toMatchObject({ status: 200, sentDigest: digestOf(bytes), width: 640, height: 480 });
  const [file] = await evidenceOf(officer, id);
  expect(file).toMatchObject({
    id: sent.id,
    round: 1,
    sentDigest: digestOf(bytes),
    url: `/evidence/${sent.id}`,
    thumbnailUrl: `/evidence/${sent.id}/thumbnail`,
    mediaType: "image/jpeg",
    width: 640,
    height: 480,
    member: { id: officer.memberId },
    viewerMay: ["REMOVE_EVIDENCE"],
  });
  const picture = await fetched(ground, officer, file.url);
  expect(picture).toMatchObject({
    status: 200,
    headers: {
      "content-type": "image/jpeg",
      etag: `"${file.keptDigest}"`,
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
      "content-disposition": expect.stringMatching(/^inline; filename="\w+\.jpg"$/),
      "content-security-policy": "default-src 'none'; sandbox",
    },
  });
  expect([digestOf(picture.bytes), picture.bytes.length]).toEqual([file.keptDigest, file.bytes]);
  const thumbnail = await fetched(ground, officer, file.thumbnailUrl);
  expect(thumbnail).toMatchObject({ status: 200, headers: { "content-type": "image/webp" } });
  expect(digestOf(thumbnail.bytes)).toBe(file.thumbnailDigest);
  expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({ width: 320, height: 240 });
  const again = await fetched(ground, officer, file.url, { "if-none-match": `W/"x", "${file.keptDigest}"` });
  expect([again.status, again.bytes.length]).toEqual([304, 0]);
  expect(await receivesOf(id)).toMatchObject([
    { after: { evidenceId: sent.id, round: 1, sentDigest: digestOf(bytes), keptDigest: file.keptDigest } },
  ]);
});

describe("A66: sent again is sent once", () => {
  test("the reply is lost, and the phone sends again, twice, and as a form", async () => {
    const { officer } = ground;
    const { id } = await accepted(ground);
    const bytes = await photo();
    const first = await send(ground, officer, id, bytes);
    expect(await send(ground, officer, id, bytes)).toEqual(first);
    expect(await sendForm(ground, officer, id, bytes)).toEqual(first);
    expect(await evidenceOf(officer, id)).toHaveLength(1);
    expect(await receivesOf(id)).toHaveLength(1);
  });

  test("two tabs send the same at one moment, with one key or with two", async () => {
    const { officer } = ground;
    for (const keys of [[newKey(), newKey()], Array.from({ length: 2 }, () => "the-same-key-of-both")]) {
      const { id } = await accepted(ground);
      const bytes = await photo();
      const [one, two] = await Promise.all(
        keys.map((key) => send(ground, officer, id, bytes, { headers: { "idempotency-key": `${key}-${id}` } })),
      );
      expect(two).toEqual(one);
      expect(await evidenceOf(officer, id)).toHaveLength(1);
      expect(await receivesOf(id)).toHaveLength(1);
    }
  });

  test("the same file for another item, or another round, is another photo", async () => {
    const { officer, dispatcher } = ground;
    const [one, two] = [await accepted(ground), await accepted(ground)];
    const bytes = await photo();
    const first = await send(ground, officer, one.id, bytes);
    expect((await send(ground, officer, two.id, bytes)).id).not.toBe(first.id);
    const { version } = await act(officer, "submitWork", { id: one.id, communityFeedback });
    await act(dispatcher, "returnWork", { id: one.id, expectedVersion: version, reason: "请补拍" });
    expect((await send(ground, officer, one.id, bytes)).id).not.toBe(first.id);
    expect((await evidenceOf(officer, one.id)).map(({ round }: { round: number }) => round)).toEqual([1, 2]);
  });
});

test("a digest that is not the file's is refused, and so is a file without one", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const bytes = await photo();
  const wrong = await send(ground, officer, id, bytes, { digest: "0".repeat(64) });
  expect(faultOf(wrong)).toMatchObject({ status: 400, faults: [["digest", "EVIDENCE_DIGEST"]] });
  const without = await send(ground, officer, id, bytes, {
    headers: { "x-maple-digest": "", "apollo-require-preflight": "1" },
  });
  expect(faultOf(without)).toMatchObject({ status: 400, faults: [["digest", "EVIDENCE_DIGEST"]] });
  expect(await evidenceOf(officer, id)).toEqual([]);
  expect((await send(ground, officer, id, bytes, { digest: digestOf(bytes).toUpperCase() })).status).toBe(200);
});

test("what is no photo is refused by what it holds, whatever it is called", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(200)]);
  const refused = await send(ground, officer, id, heic, { headers: { "content-type": "image/jpeg" } });
  expect(faultOf(refused)).toMatchObject({ status: 400, code: "INVALID", faults: [["file", "PHOTO_HEIC"]] });
  expect(refused.errors[0]!.message).not.toBe("");
  expect((await sendForm(ground, officer, id, await photo())).status).toBe(200);
  expect(faultOf(await send(ground, officer, id, Buffer.alloc(0)))).toMatchObject({
    faults: [["file", "PHOTO_EMPTY"]],
  });
  const large = Buffer.alloc(10 * 1024 * 1024 + 1, 1);
  for (const sending of [send, sendForm])
    expect(faultOf(await sending(ground, officer, id, large))).toMatchObject({
      status: 413,
      detail: "UPLOAD_TOO_LARGE",
    });
});

test("those bring photos who give the feedback, while it may be given or supplemented", async () => {
  const { officer, colleague, dispatcher, bureau } = ground;
  const { id } = await accepted(ground);
  const bytes = await photo();
  const elsewhere = await field(bureau, await makeStation(bureau));
  expect(faultOf(await send(ground, dispatcher, id, bytes))).toMatchObject({
    status: 403,
    faults: [["workItemId", "WORK_NOT_YOURS"]],
  });
  expect((await send(ground, colleague, id, bytes)).status).toBe(403);
  expect((await send(ground, elsewhere, id, bytes)).status).toBe(404);
  expect((await send(ground, bureau.stranger, id, bytes)).status).toBe(401);
  const reader = await bureau.token(officer.accountId, "READ");
  expect(faultOf(await send(ground, reader, id, bytes))).toMatchObject({ status: 403, detail: "READ_ONLY_TOKEN" });
  expect((await send(ground, await bureau.token(officer.accountId), id, bytes)).status).toBe(200);
  expect((await send(ground, officer, "no-id", bytes)).status).toBe(404);
  const { version } = await act(officer, "submitWork", { id, communityFeedback });
  expect((await send(ground, officer, id, await photo())).status).toBe(200);
  await act(dispatcher, "closeWork", { id, expectedVersion: version });
  expect(faultOf(await send(ground, officer, id, await photo()))).toMatchObject({
    status: 409,
    faults: [["workItemId", "WORK_NOT_NOW"]],
  });
});

test("no form of another site sends one with the cookie, and none goes in another's name", async () => {
  const { officer, dispatcher } = ground;
  const { id } = await accepted(ground);
  const form = await sendForm(ground, officer, id, await photo(), { headers: { "x-maple-digest": "" } });
  expect(faultOf(form)).toMatchObject({ status: 403, detail: "EVIDENCE_PREFLIGHT" });
  const meant = { headers: { "x-maple-viewer": dispatcher.accountId } };
  expect(faultOf(await send(ground, officer, id, await photo(), meant))).toMatchObject({
    status: 409,
    code: "OTHER_VIEWER",
  });
  const { id: sent } = await send(ground, officer, id, await photo());
  expect((await fetched(ground, officer, `/evidence/${sent}?viewer=${dispatcher.accountId}`)).status).toBe(409);
  expect((await fetched(ground, officer, `/evidence/${sent}?viewer=${officer.accountId}`)).status).toBe(200);
});

test("a photo is given to who sees its item, and to nobody else; another bureau is refused on every way", async () => {
  const { officer, dispatcher, bureau } = ground;
  const { id } = await accepted(ground);
  const sent = await send(ground, officer, id, await photo());
  const elsewhere = await field(bureau, await makeStation(bureau));
  const foreign = [other.officer, other.dispatcher, other.bureau.administrator];
  for (const path of [`/evidence/${sent.id}`, `/evidence/${sent.id}/thumbnail`]) {
    expect((await fetched(ground, dispatcher, path)).status).toBe(200);
    expect((await fetched(ground, await bureau.token(dispatcher.accountId, "READ"), path)).status).toBe(200);
    expect((await fetched(ground, bureau.stranger, path)).status).toBe(401);
    const absent = await fetched(other, other.officer, path.replace(sent.id, id));
    for (const client of [elsewhere, ...foreign]) {
      const refused = await fetched(ground, client, path);
      expect(refused.status).toBe(404);
      expect(withoutRequest(refused.bytes)).toBe(withoutRequest(absent.bytes));
      expect(refused.headers["etag"]).toBeUndefined();
    }
  }
  for (const client of foreign) {
    expect((await send(ground, client, id, await photo())).status).toBe(404);
    expect((await client.run(`query ($id: ID!) { node(id: $id) { id } }`, { id: sent.id })).node).toBeNull();
    expect(await refusedAct(client, "removeEvidence", { id: sent.id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await refusedAct(client, "announceEvidence", { itemId: id, sentDigests: ["0".repeat(64)] })).toMatchObject({
      code: "NOT_FOUND",
    });
  }
});

const withoutRequest = (bytes: Buffer) => bytes.toString().replace(/"requestId":"[^"]+"/, "");

test("a photo whose file is gone from the store is said to be", async () => {
  const { officer, bureau } = ground;
  const { id } = await accepted(ground);
  const sent = await send(ground, officer, id, await photo());
  await bureau.sql(
    (sql) =>
      sql`update evidence_files set kept_digest = ${"0".repeat(64)} where bureau_id = ${bureau.id} and id = ${sent.id}`,
  );
  const gone = await fetched(ground, officer, `/evidence/${sent.id}`);
  expect(gone.status).toBe(404);
  expect(JSON.parse(gone.bytes.toString()).errors[0].extensions.detail).toBe("PHOTO_BYTES_GONE");
});

test("an item has 20 photos a round at most, sent or announced", async () => {
  const { officer } = ground;
  const { id } = await accepted(ground);
  const digests = Array.from({ length: 19 }, (_, index) => digestOf(Buffer.from(`photo ${index}`)));
  await act(officer, "announceEvidence", { itemId: id, sentDigests: digests }, "id");
  expect((await send(ground, officer, id, await photo())).status).toBe(200);
  expect(faultOf(await send(ground, officer, id, await photo()))).toMatchObject({
    status: 409,
    faults: [["workItemId", "EVIDENCE_TOO_MANY"]],
  });
  expect(await refusedAct(officer, "announceEvidence", { itemId: id, sentDigests: ["0".repeat(64)] })).toMatchObject({
    code: "CONFLICT",
    fields: [{ path: ["input", "sentDigests"], code: "EVIDENCE_TOO_MANY", params: { most: 20 } }],
  });
});

test("an account has three photos on their way at once, and another bureau's go on beside them", async () => {
  const { officer } = ground;
  const [own, theirs] = [await accepted(ground), await accepted(other)];
  const photos = await Promise.all(Array.from({ length: 8 }, () => photo({ width: 800, height: 600 })));
  const [beside, ...sent] = await Promise.all([
    send(other, other.officer, theirs.id, await photo()),
    ...photos.map((bytes) => send(ground, officer, own.id, bytes)),
  ]);
  expect(beside.status).toBe(200);
  const refused = sent.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  for (const each of refused)
    expect(faultOf(each)).toMatchObject({ status: 503, code: "UNAVAILABLE", detail: "TOO_MANY_UPLOADS" });
  for (const bytes of photos) expect((await send(ground, officer, own.id, bytes)).status).toBe(200);
  expect(await evidenceOf(officer, own.id)).toHaveLength(8);
});
