import { expect, test } from "vitest";
import { nextSort, type Sort } from "./table-columns.ts";

test("a column is sorted upwards, downwards, and then no more; another one begins upwards", () => {
  const none: Sort<"NAME" | "CODE"> = { sort: undefined, down: undefined };
  const up = nextSort("NAME", none);
  const down = nextSort("NAME", up);
  expect([up, down, nextSort("NAME", down)]).toEqual([
    { sort: "NAME", down: undefined },
    { sort: "NAME", down: true },
    none,
  ]);
  expect(nextSort("CODE", down)).toEqual({ sort: "CODE", down: undefined });
});
