import { expect, test } from "vitest";
import { columnsOf, type Line, namedBy, nextOf } from "./columns.ts";

const line = (key: string, more: Partial<Line> = {}) =>
  ({ key, source: "WORK_DUE", needsAWord: false, isUnread: false, ...more }) as Line;

const told = (columns: ReturnType<typeof columnsOf<Line>>) =>
  columns.map(({ source, title, lines }) => [title ?? source, ...lines.map(({ key }) => key)].join(" "));

test("the columns are the scheme's, with what is unread first", () => {
  const lines = [line("a"), line("b", { isUnread: true }), line("c", { source: "DUTIES" })];
  const scheme = [
    { title: "职责", source: "DUTIES" as const },
    { title: "任务", source: "WORK_DUE" as const },
  ];
  expect(told(columnsOf(lines, scheme, ({ isUnread }) => isUnread))).toEqual(["职责 c", "任务 b a"]);
});

test("a signed week has the lists that it was signed under, whatever the scheme is by now", () => {
  const lists = [{ title: "旧称", source: "DUTIES" as const }];
  const scheme = { id: "s", lists: [{ position: 1, title: "今称", source: "WORK_DUE" as const }] };
  expect(namedBy(scheme, { signedAt: "2026-03-09", lists })).toBe(lists);
  expect(namedBy(scheme, { signedAt: "2026-03-09", lists: [] })).toBe(undefined);
  expect(namedBy(scheme, { signedAt: null, lists })).toBe(scheme.lists);
  expect(namedBy(scheme, null)).toBe(scheme.lists);
});

test("without a scheme there are three lists, and a list that a scheme leaves out is shown while it needs a word", () => {
  expect(told(columnsOf([], undefined, () => false))).toEqual(["DUTIES", "OPEN_MATTERS", "WORK_DUE"]);
  const scheme = [{ title: "职责", source: "DUTIES" as const }];
  expect(told(columnsOf([line("a", { needsAWord: true })], scheme, () => false))).toEqual(["职责", "WORK_DUE a"]);
  expect(told(columnsOf([line("a")], scheme, () => false))).toEqual(["职责"]);
});

test("after a word the next line that needs one has its turn", () => {
  const lines = [line("a", { needsAWord: true }), line("b"), line("c", { needsAWord: true }), line("d")];
  expect(nextOf(lines, "a")).toBe("c");
  expect(nextOf(lines, "c")).toBe("a");
  expect(nextOf([line("a"), line("b")], "a")).toBe("b");
  expect(nextOf([line("a")], "a")).toBe("a");
});
