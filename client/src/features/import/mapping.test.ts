import { expect, test } from "vitest";
import { fieldsTwice, isSame, mappedColumns, mappingOf, missingFields, withField } from "./mapping.ts";

const field = (key: string, isRequired = false) => ({ key, isRequired, title: key, help: "", example: "" });
const first = {
  columns: ["A", "B", "C"],
  mapping: [
    { column: 0, field: "code" },
    { column: 2, field: "name" },
  ],
};

test("every column has its field or none", () => {
  expect(mappingOf(first)).toEqual(["code", undefined, "name"]);
  expect(mappedColumns(mappingOf(first))).toEqual(first.mapping);
});

test("a field that is given to another column too is told as taken twice", () => {
  const changed = withField(mappingOf(first), 1, "code");
  expect(changed).toEqual(["code", "code", "name"]);
  expect([...fieldsTwice(changed)]).toEqual(["code"]);
  expect([...fieldsTwice(withField(changed, 0, undefined))]).toEqual([]);
  expect(isSame(changed, mappingOf(first))).toBe(false);
});

test("required fields that no column stands for are missing", () => {
  const fields = [field("code", true), field("badge", true), field("phone")];
  expect(missingFields({ fields }, mappingOf(first)).map(({ key }) => key)).toEqual(["badge"]);
});
