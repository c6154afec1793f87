import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal.ts";

const secret = "13712345678 虚构甲";

test("a seal opens with its key, at its place, unchanged, and not else", () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];
  const place = { bureauId: "a", matterId: "b", id: "c" };
  const sealed = seal(key, place, secret);
  expect(unseal(key, place, sealed)).toBe(secret);
  expect(unseal(other, place, sealed)).toBeUndefined();
  expect(unseal(key, { ...place, id: "d" }, sealed)).toBeUndefined();
  const bent = Buffer.from(sealed);
  bent[bent.length - 1]! ^= 1;
  expect(unseal(key, place, bent)).toBeUndefined();
  expect(seal(key, place, secret)).not.toEqual(sealed);
});
