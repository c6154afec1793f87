import { expect, test } from "vitest";
import { filledOf } from "./filled-of.ts";

const sheet = {
  columns: ["序号", "民警", "辅警", "调解员"],
  rows: [
    [1, "甲", "—", "—"],
    [2, "—", "—", "空缺"],
  ],
};

test("a column in which no row has anything is left out, and what is vacant stays", () => {
  expect(filledOf(sheet, "—")).toEqual({
    columns: ["序号", "民警", "调解员"],
    rows: [
      [1, "甲", "—"],
      [2, "—", "空缺"],
    ],
  });
});

test("a list that says nothing of it keeps all of its columns", () => {
  expect(filledOf(sheet, undefined)).toBe(sheet);
});
