import { expect, it } from "vitest";
import { countShares } from "./shares.ts";

it("gives nobody more than their share, and takes nothing where one of the claims fails", () => {
  const shares = countShares();
  const own = [
    ["account", 2],
    ["all", 3],
  ] as const;
  const first = shares.take(own);
  expect(shares.take(own)).toBeDefined();
  expect(shares.take(own)).toBeUndefined();
  expect(shares.of("all")).toBe(2);
  expect(shares.take([["all", 3]])).toBeDefined();
  expect(
    shares.take([
      ["other", 2],
      ["all", 3],
    ]),
  ).toBeUndefined();
  expect(shares.of("other")).toBe(0);
  first!();
  expect([shares.of("account"), shares.of("all")]).toEqual([1, 2]);
});
