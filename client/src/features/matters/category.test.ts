import type { MatterCategoryFieldsFragment } from "@maple-bridge/schema/documents";
import { expect, test } from "vitest";
import { isFound, keyOf, kindIn, lastRevisions } from "./category.ts";

type Category = MatterCategoryFieldsFragment;

const some = (part: Partial<Category>): Category => ({
  id: "",
  kind: "DISPUTE",
  code: "LABOUR",
  name: "劳动争议",
  intakeClass: null,
  position: 1,
  revision: 1,
  startsAt: "",
  endsAt: null,
  version: 1,
  viewerMay: [],
  ...part,
});

test("of each category the last revision stands, kinds as people know them and places within", () => {
  const rows = lastRevisions([
    some({ position: 7, revision: 2 }),
    some({ position: 1, revision: 1, endsAt: "2026-01-01T00:00:00Z" }),
    some({ code: "LAND", position: 3 }),
    some({ kind: "INCIDENT", code: "THEFT", position: 999 }),
  ]);
  expect(rows.map((row) => [keyOf(row), row.revision])).toEqual([
    ["INCIDENT.THEFT", 1],
    ["DISPUTE.LAND", 1],
    ["DISPUTE.LABOUR", 2],
  ]);
});

test("a category is sought by its code, its name and its class", () => {
  const category = some({ intakeClass: "12345" });
  expect(["labour", " 争议", "234"].map((sought) => isFound(category, sought))).toEqual([true, true, true]);
  expect(isFound(category, "消防")).toBe(false);
});

test("a key without a kind is none", () => {
  expect([kindIn("DISPUTE.LABOUR"), kindIn("LABOUR"), kindIn(undefined)]).toEqual(["DISPUTE", undefined, undefined]);
});
