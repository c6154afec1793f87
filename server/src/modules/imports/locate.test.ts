import { expect, test } from "vitest";
import { locate } from "./locate.ts";

test("who has no badge is not told by the badge of a colleague who stands beside, in the same row", () => {
  const header = ["网格编码", "姓名", "警号/编号"];
  const rows = [
    { number: 3, cells: ["410481001001", "示例甲", "1410001"] },
    { number: 3, cells: ["410481001001", "示例乙", ""] },
  ];
  const mapping = { 0: "gridCodes", 1: "name", 2: "badge" };
  const faults = [
    { row: 3, field: "badge", code: "ROW_BADGE_MISSING" },
    { row: 3, field: "name", code: "TOO_LONG" },
  ] as const;
  expect(locate({ headerRow: 2, header, rows }, mapping, "MEMBERS", faults)).toMatchObject([
    { row: 3, column: "警号/编号", value: "" },
    { row: 3, column: "姓名", value: "示例甲 / 示例乙" },
  ]);
});
