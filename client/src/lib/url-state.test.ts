import { expect, test } from "vitest";
import { dayOf, flagOf, parseSearch, stringifySearch } from "./url-state.ts";

test("what is not set does not stand in the address", () => {
  expect(stringifySearch({ q: "张三", kind: undefined, down: true, after: "" })).toBe(
    `?q=${encodeURIComponent("张三")}&down=1`,
  );
  expect(stringifySearch({ q: undefined })).toBe("");
});

test("codes of digits stay text", () => {
  expect(parseSearch("?q=410481001201&down=1")).toEqual({ q: "410481001201", down: "1" });
});

test("nonsense in the address is as if absent", () => {
  expect(dayOf("2026-1-1")).toBeUndefined();
  expect(dayOf("2026-02-30")).toBeUndefined();
  expect(dayOf("2026-11-22")).toBe("2026-11-22");
  expect(flagOf("yes")).toBeUndefined();
});
