import { expect, test } from "vitest";
import { ownedCache } from "./owned-cache.ts";

const filled = () => {
  const gone: string[] = [];
  const cache = ownedCache<string>({ screens: 4, free: 6, account: 3 }, (value) => gone.push(value));
  const put = (key: string, owner: string | null) => cache.set(key, key, { owner, bytes: 1 });
  return { cache, gone, put };
};

test("an account's own goes first where it has its share, least used before all", () => {
  const { cache, gone, put } = filled();
  for (const key of ["a1", "b1", "a2", "a3"]) put(key, key[0]!);
  cache.get("a1");
  put("a4", "a");
  put("a5", "a");
  expect(gone).toEqual(["a2", "a3"]);
  expect(["b1", "a1", "a4", "a5"].every((key) => cache.get(key) === key)).toBe(true);
});

test("however much others put there, what is the screens' stays", () => {
  const { cache, put } = filled();
  put("s1", null);
  for (let turn = 0; turn < 100; turn++) put(`k${turn}`, `account ${turn}`);
  expect(cache.get("s1")).toBe("s1");
  expect(cache.get("k99")).toBe("k99");
  expect(cache.get("k93")).toBeUndefined();
});

test("what alone is larger than a share is not kept", () => {
  const { cache } = filled();
  expect(cache.set("large", "large", { owner: "a", bytes: 4 })).toBe(false);
  expect(cache.get("large")).toBeUndefined();
});
