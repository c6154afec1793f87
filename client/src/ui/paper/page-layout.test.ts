import { expect, test } from "vitest";
import { pageLayout } from "./page-layout.ts";

const sheet = (...cells: (string | number)[]) => [{ columns: cells.map(() => "列"), rows: [cells] }];
const sum = (widths: readonly number[]) => widths.reduce((all, each) => all + each, 0);

test("a narrow list stands upright, a wide one lies, and a very wide one is set smaller", () => {
  const laid = (columns: number) => {
    const { isLandscape, fontSize } = pageLayout(sheet(...Array.from({ length: columns }, () => "一二三四五六七八")));
    return [isLandscape, fontSize];
  };
  expect([laid(4), laid(8), laid(10), laid(30)]).toEqual([
    [false, 10],
    [true, 10],
    [true, 8],
    [true, 8],
  ]);
});

test("what does not fit is taken from the longest texts, and nothing is left over", () => {
  const { isLandscape, widths: of } = pageLayout(sheet(1, "140802000017", "很".repeat(300)));
  const widths = of[0]!;
  const [short] = pageLayout(sheet(1, "140802000017", "很".repeat(900))).widths;
  expect(isLandscape).toBe(false);
  expect(sum(widths)).toBeCloseTo(100);
  expect(widths[1]!).toBeCloseTo(short![1]!);
});

test("of a cell of several lines the longest one counts, and of all sheets the widest", () => {
  const lines = [{ columns: ["列", "列"], rows: [["甲", "甲乙丙丁\n甲"]] }];
  const { widths } = pageLayout([...lines, { columns: ["列", "列"], rows: [["甲乙丙丁", "甲"]] }]);
  expect(widths[0]![0]).toBeCloseTo(widths[0]![1]!);
  expect(widths[1]).toEqual(widths[0]);
});

test("a sheet with other columns has widths of its own, and all lie alike", () => {
  const narrow = { columns: ["列"], rows: [["甲"]] };
  const { isLandscape, widths } = pageLayout([
    ...sheet(...Array.from({ length: 8 }, () => "一二三四五六七八")),
    narrow,
  ]);
  expect([isLandscape, widths.map((each) => each.length)]).toEqual([true, [8, 1]]);
});
