import { expect, test } from "vitest";
import { trustedQueries } from "../support/trusted-queries.ts";
import { differing } from "./screen-operations.ts";

test("the bench has a case for each query of the screens", () => {
  const queries = new Set(trustedQueries().keys());
  expect(queries.size).toBeGreaterThan(30);
  expect(differing(queries)).toEqual([]);
});
