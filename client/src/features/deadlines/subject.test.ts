import { expect, test } from "vitest";
import { everyOne, keyOf, ruleForIn } from "./subject.ts";

test("what a rule is for is read back from its key", () => {
  expect(everyOne).toHaveLength(21);
  for (const each of everyOne) expect(ruleForIn(keyOf(each))).toEqual(each);
});

test("a key of no kind or urgency is none", () => {
  expect([undefined, "", "RUN.URGENT", "CASE", "CASE.SOON"].map(ruleForIn)).toEqual(Array(5).fill(undefined));
});
