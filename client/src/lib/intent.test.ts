import { expect, test } from "vitest";
import { keyFor } from "./intent.ts";

test("the same input sent again carries the same key", () => {
  const first = keyFor({ gridId: "a", duty: "MEDIATOR" });
  expect(keyFor({ gridId: "a", duty: "MEDIATOR" }, first)).toEqual(first);
});

test("other input is another intent", () => {
  const first = keyFor({ gridId: "a" });
  expect(keyFor({ gridId: "b" }, first).key).not.toBe(first.key);
});

test("a key is long enough for the server", () => {
  expect(keyFor({}).key).toMatch(/^[0-9a-f]{32}$/);
});
