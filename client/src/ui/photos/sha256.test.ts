import { createHash } from "node:crypto";
import { expect, test, vi } from "vitest";
import { hexOf, sha256, sha256ByHand } from "./sha256.ts";

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 131 + length) % 256);
const expected = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test("the digest by hand is the digest, whatever the length", () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000, 300_001])
    expect(hexOf(sha256ByHand(bytesOf(length))), `${length} bytes`).toBe(expected(bytesOf(length)));
});

test("on plain http, which has no subtle crypto, it is the same as elsewhere", async () => {
  const bytes = bytesOf(5_000);
  expect(await sha256(bytes)).toBe(expected(bytes));
  vi.stubGlobal("crypto", {});
  expect(await sha256(bytes)).toBe(expected(bytes));
  vi.unstubAllGlobals();
});
