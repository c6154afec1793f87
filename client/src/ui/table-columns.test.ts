import { expect, test } from "vitest";
import { fileColumns, type FilePart, hasPhone, nextSort, type Sort } from "./table-columns.ts";

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

test("telephone numbers are found in a column of a file wherever they stand in it", () => {
  const has = (file: FilePart | readonly FilePart[]) => fileColumns([{ title: "a", file }]).some(hasPhone);
  expect([has("phone"), has("holder.phone"), has({ path: "seats.holder", parts: ["name", "phone"] })]).toEqual([
    true,
    true,
    true,
  ]);
  expect([has("name"), has(["name", "phoneBook.name"]), has({ path: "holder", parts: ["name"] })]).toEqual([
    false,
    false,
    false,
  ]);
});
