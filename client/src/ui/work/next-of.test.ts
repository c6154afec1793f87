import { expect, test } from "vitest";
import { nextOf } from "./next-of.ts";

const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];

test("after a row comes the next, after the last the one before it, after the only one none", () => {
  expect(["a", "b", "c"].map((id) => nextOf(rows, id))).toEqual(["b", "c", "b"]);
  expect(nextOf([{ id: "a" }], "a")).toBeUndefined();
  expect(nextOf(rows, "elsewhere")).toBeUndefined();
});
