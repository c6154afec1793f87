import { expect, test } from "vitest";
import { pageStyle } from "./page-style.ts";

test("the foot of a page says whose it is and which it is, whatever the name holds", () => {
  expect(pageStyle("解州 · 甲", ["第 ", " 页 共 ", " 页"])).toBe(
    '@media print { @page { @bottom-left { content: "解州 · 甲" } @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页" } } }',
  );
  const broken = pageStyle('"} </style> \\', ["", "", ""]);
  expect(broken).toContain('content: "\\22 } \\3c /style\\3e  \\5c "');
});
