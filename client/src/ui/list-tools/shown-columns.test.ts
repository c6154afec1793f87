import { expect, test } from "vitest";
import type { Column } from "../table-columns.ts";
import { afterTicking, shownColumns } from "./shown-columns.ts";

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

test("a column whose value the filter says hides itself, whatever was chosen, until the address brings it back", () => {
  expect(keysOf({ kind: "OFFICER" })).toEqual(["name"]);
  expect(keysOf({ kind: "OFFICER" }, ["name", "kind"])).toEqual(["name"]);
  expect(keysOf({ kind: "OFFICER", cols: "kind,state" })).toEqual(["state"]);
  expect(keysOf({ kind: "OFFICER", also: "kind" })).toEqual(["name", "kind"]);
  expect(keysOf({ kind: "OFFICER", cols: "kind" })).toEqual(["kind"]);
});

test("what is ticked of a column that the filter says lasts as long as the address; all else is kept", () => {
  const tick = (keys: string[], search: object) => afterTicking(keys, shownColumns(columns, { search, habit, usual }));
  const filtered = { kind: "OFFICER" };
  expect(tick(["name", "kind"], filtered)).toEqual({ columns: usual, also: "kind" });
  expect(tick(["name"], { ...filtered, also: "kind" })).toEqual({ columns: usual, also: undefined });
  expect(tick(["name", "state"], filtered)).toEqual({ columns: ["name", "kind", "state"], also: undefined });
  expect(tick(["kind"], { ...filtered, also: "kind" })).toEqual({ columns: ["kind"], also: "kind" });
  expect(tick(["name"], {})).toEqual({ columns: ["name"], also: undefined });
});

test("whatever is ticked is what is shown then", () => {
  const sets = [
    ["name"],
    ["kind"],
    ["state"],
    ["name", "kind"],
    ["name", "state"],
    ["kind", "state"],
    ["name", "kind", "state"],
  ];
  for (const search of [{}, { kind: "OFFICER" }, { kind: "OFFICER", also: "kind" }])
    for (const wanted of sets)
      for (const ticked of sets) {
        const before = shownColumns(columns, { search, habit: { ...habit, columns: wanted }, usual });
        const { columns: next, also } = afterTicking(ticked, before);
        expect(keysOf({ ...search, also }, next), JSON.stringify({ search, wanted })).toEqual(ticked);
      }
});

test("rows stand close together where the address or the account says so, and not where a view brings columns of its own", () => {
  const dense = (search: object) =>
    shownColumns(columns, { search, habit: { columns: null, isDense: true }, usual }).isDense;
  expect([dense({}), dense({ cols: "name" }), dense({ cols: "name", dense: true })]).toEqual([true, false, true]);
});
