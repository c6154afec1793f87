import { randomBytes } from "node:crypto";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSealKey } from "./seal-key.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maple-seal-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("it is made once, for its owner's eyes, and the same ever after", async () => {
  const key = await openSealKey(folder, {});
  expect(key).toHaveLength(32);
  expect(await openSealKey(folder, {})).toEqual(key);
  expect((await stat(join(folder, "seal.key"))).mode & 0o777).toBe(0o600);
});

test("one that is given comes first; what is no key is refused", async () => {
  const given = randomBytes(32);
  expect(await openSealKey(folder, { MAPLE_SEAL_KEY: given.toString("base64") })).toEqual(given);
  await expect(openSealKey(folder, { MAPLE_SEAL_KEY: "short" })).rejects.toThrow("MAPLE_SEAL_KEY is no key");
  await writeFile(join(folder, "seal.key"), "");
  await expect(openSealKey(folder, {})).rejects.toThrow("is no key");
});
