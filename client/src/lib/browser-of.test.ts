import { expect, test } from "vitest";
import { browserOf } from "./browser-of.ts";

const windows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

test("names browser and system", () => {
  expect(browserOf(windows)).toBe("Chrome 131 · Windows");
  expect(browserOf(`${windows} Edg/131.0.0.0`)).toBe("Edge 131 · Windows");
});

test("leaves what is no browser as it calls itself", () => {
  expect(browserOf("curl/8.5.0")).toBe("curl/8.5.0");
});
