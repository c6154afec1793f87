import { expect, test } from "vitest";
import type { Column } from "../table-columns.ts";
import { shownColumns } from "./shown-columns.ts";

const render = () => null;
const columns: Column<object>[] = [
  { key: "name", title: "name", render },
  { key: "kind", title: "kind", render, saidBy: "kind" },
  { key: "state", title: "state", render },
];
const habit = { columns: null, isDense: false };
const usual = ["name", "kind"];
const keysOf = (search: object, chosen: string[] | null = null) =>
  shownColumns(columns, { search, habit: { ...habit, columns: chosen }, usual }).shown.map(({ key }) => key);

test("the address counts before what was chosen, and that before what is usual", () => {
  expect(keysOf({})).toEqual(["name", "kind"]);
  expect(keysOf({}, ["state"])).toEqual(["state"]);
  expect(keysOf({ cols: "kind,state" }, ["name"])).toEqual(["kind", "state"]);
});

test("columns that the list no longer has are left out, and where none is left the usual ones are shown", () => {
  expect(keysOf({ cols: "gone,state" })).toEqual(["state"]);
  expect(keysOf({ cols: "gone" }, ["gone too"])).toEqual(["name", "kind"]);
});

test("a column whose value the filter says hides itself, unless it was chosen", () => {
  expect(keysOf({ kind: "OFFICER" })).toEqual(["name"]);
  expect(keysOf({ kind: "OFFICER" }, ["name", "kind"])).toEqual(["name", "kind"]);
});

test("rows stand close together where the address or the account says so, and not where a view brings columns of its own", () => {
  const dense = (search: object) =>
    shownColumns(columns, { search, habit: { columns: null, isDense: true }, usual }).isDense;
  expect([dense({}), dense({ cols: "name" }), dense({ cols: "name", dense: true })]).toEqual([true, false, true]);
});
