import { expect, test } from "vitest";
import { kindOfCode, planDivisions } from "./division.rules.ts";

test.each([
  ["410481", "COUNTY"],
  ["410481100", "TOWNSHIP"],
  ["410481100001", "COMMUNITY"],
  ["410481100199", "COMMUNITY"],
  ["410481100200", "VILLAGE"],
  ["410481100399", "VILLAGE"],
  ["410481100400", "COMMUNITY"],
  ["410481100499", "COMMUNITY"],
  ["410481100500", "VILLAGE"],
  ["410481100599", "VILLAGE"],
  ["410481100600", undefined],
  ["410481000", undefined],
  ["410481000200", undefined],
  ["4104811", undefined],
  ["41048110020X", undefined],
])("the code %s is a %s", (code, kind) => expect(kindOfCode(code)).toBe(kind));

test("those above a row are added once, from the names that rows give", () => {
  const row = { countyName: "虚构市", townshipName: "虚构镇" };
  const entries = [
    { ...row, code: "410481100200", name: "甲村" },
    { ...row, code: "410481100201", name: "乙村" },
  ];
  const { additions, faults } = planDivisions(entries, new Map(), (index, field) => [index, field]);
  expect(faults).toEqual([]);
  expect(additions.map(({ code, name, kind }) => `${code} ${name} ${kind}`)).toEqual([
    "410481 虚构市 COUNTY",
    "410481100 虚构镇 TOWNSHIP",
    "410481100200 甲村 VILLAGE",
    "410481100201 乙村 VILLAGE",
  ]);
});
