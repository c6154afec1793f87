import { expect, it } from "vitest";
import { rememberLeastUsed } from "./least-used.ts";

it("forgets what was used least recently, and not all of it", () => {
  const known = rememberLeastUsed<string>({ most: 2 });
  known.set("a", "A");
  known.set("b", "B");
  known.get("a");
  known.set("c", "C");
  expect([known.get("a"), known.get("b"), known.get("c")]).toEqual(["A", undefined, "C"]);
});

it("holds no more bytes than it may, and nothing that is larger by itself", () => {
  const known = rememberLeastUsed<true>({ most: 100, bytes: { most: 10, of: (_value, key) => key.length } });
  for (const key of ["aaaa", "bbbb", "cccc", "d".repeat(11)]) known.set(key, true);
  expect([...known.keys()].sort()).toEqual(["bbbb", "cccc"]);
});
