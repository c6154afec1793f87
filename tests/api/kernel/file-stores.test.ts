import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "@maple-bridge/server/kernel/context";
import { openFiles } from "@maple-bridge/server/face/open-files";
import { digestOf, type FileStore, placeOf } from "@maple-bridge/server/kernel/files/file-store";
import { sharedFiles } from "@maple-bridge/server/kernel/files/shared-files";
import { newId } from "@maple-bridge/server/kernel/ids";
import { operatorsContext } from "@maple-bridge/server/operator/as-operator";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { theServer } from "../../support/bureau.ts";
import { type S3Server, startS3 } from "../../support/s3-server.ts";

const keys = { bucket: "photos", accessKeyId: "key", secretAccessKey: "secret/with+signs" };
const { signal } = new AbortController();
let silent: Context["log"];
let folder: string;
let s3: S3Server;
let onDisk: FileStore;
let inBucket: FileStore;

beforeAll(async () => {
  silent = operatorsContext((await theServer()).app.database).log;
  folder = await mkdtemp(join(tmpdir(), "maple-files-"));
  s3 = await startS3(keys);
  onDisk = (await openFiles({ folder })).store;
  inBucket = (await openFiles(bucketAt(s3.endpoint))).store;
});
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true });
});

const bucketAt = (endpoint: string) => ({ ...keys, endpoint, region: "cn-north-1" });
const bytes = Buffer.from("a photo's bytes, 照片");
const digest = digestOf(bytes);

describe.each([
  ["a folder", () => onDisk],
  ["a bucket", () => inBucket],
])("a store in %s", (_name, store) => {
  it("gives what was put under the digest, to that bureau alone, until it is deleted", async () => {
    const [own, other] = [newId(), newId()];
    expect(await store().get(own, digest, signal)).toBeNull();
    expect(await store().has(own, digest, signal)).toBe(false);
    await store().put(own, digest, bytes, signal);
    await store().put(own, digest, bytes, signal);
    expect(await store().get(own, digest, signal)).toEqual(bytes);
    expect(await store().has(own, digest, signal)).toBe(true);
    expect(await store().get(other, digest, signal)).toBeNull();
    await store().delete(own, digest, signal);
    await store().delete(own, digest, signal);
    expect(await store().get(own, digest, signal)).toBeNull();
  });

  it("takes no name that is no digest, and no bureau that is no id", async () => {
    await expect(async () => store().get(newId(), "../../etc/passwd", signal)).rejects.toThrow("digest");
    await expect(async () => store().put("..", digest, bytes, signal)).rejects.toThrow("digest");
  });

  it("leaves nothing of what was given up", async () => {
    const id = newId();
    await expect(store().put(id, digest, bytes, AbortSignal.abort(new Error("given up")))).rejects.toMatchObject({
      name: expect.stringMatching(/Error/),
    });
    expect(await store().has(id, digest, signal)).toBe(false);
  });
});

test("files lie in the folder under their bureau and digest, for their owner alone, and none is left unfinished", async () => {
  const id = newId();
  await onDisk.put(id, digest, bytes, signal);
  const path = join(folder, id, digest.slice(0, 2), digest);
  expect(await readFile(path)).toEqual(bytes);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

test("a file that is not as long as what is put is written anew", async () => {
  const id = newId();
  await onDisk.put(id, digest, bytes, signal);
  await writeFile(join(folder, id, digest.slice(0, 2), digest), "cut");
  await onDisk.put(id, digest, bytes, signal);
  expect(await onDisk.get(id, digest, signal)).toEqual(bytes);
});

test("what a killed server left unfinished goes a day later, at a start", async () => {
  const [old, fresh] = ["old", "fresh"].map((name) => join(folder, "unfinished", name));
  for (const path of [old!, fresh!]) await writeFile(path, "half");
  await utimes(old!, new Date(), new Date(Date.now() - 86_500_000));
  await openFiles({ folder });
  expect(await readdir(join(folder, "unfinished"))).toEqual(["fresh"]);
  await rm(fresh!);
});

test("a start with a bucket, keys or a folder that are wrong says what is wrong", async () => {
  await expect(openFiles({ ...bucketAt(s3.endpoint), secretAccessKey: "another" })).rejects.toThrow(
    /bucket photos at .* can't be reached/,
  );
  await expect(openFiles({ ...bucketAt(s3.endpoint), bucket: "none-such" })).rejects.toThrow(/none-such/);
  await expect(openFiles(bucketAt("http://127.0.0.1:1"))).rejects.toThrow(/127\.0\.0\.1:1/);
  await writeFile(join(folder, "no-folder"), "");
  await expect(openFiles({ folder: join(folder, "no-folder") })).rejects.toThrow(/no-folder/);
});

test("a bucket that breaks a connection off is asked again", async () => {
  const id = newId();
  await inBucket.put(id, digest, bytes, signal);
  s3.failNext("breaks");
  expect(await inBucket.get(id, digest, signal)).toEqual(bytes);
});

test("a file that is not what was put is as good as gone", async () => {
  const id = newId();
  await inBucket.put(id, digest, bytes, signal);
  s3.spoil(placeOf(id, digest));
  expect(await sharedFiles(inBucket, silent).get(id, digest, signal)).toBeNull();
});

test("who asks no longer ends the transfer; a store that does not answer in time is said to be unreachable", async () => {
  const bounds = { all: 8, bureau: { atOnce: 2, waiting: 2, patienceMs: 5_000 }, longestMs: 100 };
  const files = sharedFiles(inBucket, silent, bounds);
  const id = newId();
  s3.failNext("hangs");
  await expect(files.get(id, digest, signal)).rejects.toMatchObject({
    code: "UNAVAILABLE",
    detail: "FILES_UNREACHABLE",
  });
  const controller = new AbortController();
  s3.failNext("hangs");
  const asked = files.get(id, digest, controller.signal);
  controller.abort(new Error("gone"));
  await expect(asked).rejects.toThrow("gone");
});

test("a bureau has its share of the transfers, and another bureau's go on beside it", async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const slow: FileStore = {
    ...onDisk,
    async get(bureauId) {
      begun.push(bureauId);
      await new Promise<void>((resolve) => ends.push(resolve));
      return null;
    },
  };
  const files = sharedFiles(slow, silent, {
    all: 3,
    bureau: { atOnce: 2, waiting: 1, patienceMs: 60_000 },
    longestMs: 60_000,
  });
  const [greedy, other] = [newId(), newId()];
  const asked = [1, 2, 3].map(() => files.get(greedy, digest, signal));
  await expect(files.get(greedy, digest, signal)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  const others = files.get(other, digest, signal);
  await new Promise(setImmediate);
  expect(begun).toEqual([greedy, greedy, other]);
  await expect(files.get(newId(), digest, signal)).rejects.toMatchObject({ detail: "FILES_UNREACHABLE" });
  ends.shift()!();
  await expect.poll(() => begun).toEqual([greedy, greedy, other, greedy]);
  for (const end of ends) end();
  await Promise.all([...asked, others]);
  await expect(files.put(other, digest, Buffer.alloc(33 * 1024 * 1024), signal)).rejects.toThrow("too large");
});
