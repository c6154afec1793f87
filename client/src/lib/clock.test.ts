import { expect, test } from "vitest";
import { clockText } from "./clock.ts";

test("a time of day is China's, wherever the browser stands", () => {
  expect(["2026-11-22T00:05:00Z", "2026-11-22T16:00:00Z", "2026-11-22T23:59:00+08:00"].map(clockText)).toEqual([
    "08:05",
    "00:00",
    "23:59",
  ]);
});
