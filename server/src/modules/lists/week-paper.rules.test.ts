import { expect, test } from "vitest";
import type { LineAnswer, ReviewAnswer, WeekAnswer } from "./week-answer.ts";
import { paperOf } from "./week-paper.rules.ts";

const line = (key: string, more: Partial<LineAnswer> = {}): LineAnswer => ({
  key,
  source: "WORK_DUE",
  standing: "DUE",
  title: key,
  number: null,
  gridName: null,
  duty: null,
  serves: null,
  dueOn: null,
  closedOn: null,
  isLate: false,
  isWaiting: false,
  isReturned: false,
  isLateEntry: false,
  needsAWord: false,
  photos: 0,
  decision: null,
  decisionReason: null,
  decider: null,
  item: null,
  ...more,
});

const week = (lines: LineAnswer[], scheme: WeekAnswer["scheme"] = null): WeekAnswer => ({
  week: "2026-03-02",
  weekName: "2026-W10",
  member: { name: "示例甲", badge: "X1" },
  station: { name: "示例派出所" },
  scheme,
  lines,
  review: null,
});

const made = {
  say: (word: string, params: object = {}) =>
    word === "page" ? "\0/\0" : [word, ...Object.values(params)].join(" ").trim(),
  by: "所长",
  atText: (moment: string) => moment,
  dayAfter: () => "2026-03-08",
  now: "2026-03-09",
  pictures: undefined,
};

const told = (lines: LineAnswer[], scheme?: WeekAnswer["scheme"]) =>
  paperOf(week(lines, scheme), null, made).lists.map(({ title, rows }) =>
    [title, rows.map(({ what }) => what).join(" ")].join(" ").trim(),
  );

test("the lists are the scheme's in their order, the usual ones without, and one that it leaves out where a word is needed", () => {
  const lists = [
    { title: "职责", source: "DUTIES" as const },
    { title: "成绩", source: "ACHIEVEMENTS" as const },
  ];
  expect(told([line("a"), line("b", { source: "DUTIES" })])).toEqual([
    "source.DUTIES b",
    "source.OPEN_MATTERS",
    "source.WORK_DUE a",
  ]);
  expect(told([line("a")], { lists })).toEqual(["职责", "成绩"]);
  expect(told([line("a", { needsAWord: true })], { lists })).toEqual(["职责", "成绩", "source.WORK_DUE a"]);
});

test("a line tells each of its lights once", () => {
  const states = (more: Partial<LineAnswer>) => paperOf(week([line("a", more)]), null, made).lists[2]!.rows[0]!.states;
  expect(states({ isWaiting: true, isLate: true })).toBe("line.waiting · standing.DUE · line.late");
  expect(states({ decision: "ACCEPTED", isWaiting: true, standing: "LATE", isLate: true })).toBe(
    "decision.ACCEPTED · standing.LATE",
  );
  expect(states({ standing: null, isReturned: true, isLateEntry: true })).toBe("line.returned · line.lateEntry");
});

test("photos that the file leaves out are counted, whether too many or of work out of sight", () => {
  const picture = { bytes: new Uint8Array(), width: 1, height: 1 };
  const lines = [line("a", { photos: 6 }), line("b", { photos: 2 }), line("c", { photos: 1, source: "ACHIEVEMENTS" })];
  const pictures = new Map([["a", [picture, picture, picture, picture]]]);
  expect(paperOf(week(lines), null, { ...made, pictures }).foot[0]).toBe("pictures 4 4");
  expect(paperOf(week(lines), null, made).foot[0]).toBe("paper.maker 示例甲 X1");
});

test("A82: of a signed week the names, its lists' too, are those that it was signed with, and what no longer counts says so", () => {
  const signed: ReviewAnswer = {
    revision: 1,
    isCurrent: false,
    reopenedReason: null,
    signedAt: "2026-03-09",
    signer: "所长",
    onBehalfOf: { name: "示例乙" },
    digest: "0123456789abcdef0123",
    memberSigned: "旧名",
    badgeSigned: "X0",
    stationSigned: "旧所",
    lists: [{ title: "旧称", source: "DUTIES" }],
    comments: [{ lineKey: null, text: "尚可", saidAt: "2026-03-09", speaker: "所长" }],
  };
  const renamed = { lists: [{ title: "今称", source: "WORK_DUE" as const }] };
  const paper = paperOf(week([], renamed), signed, made);
  expect(paper).toMatchObject({
    title: "title 旧名 X0",
    station: "旧所",
    head: ["旧所", "2026-W10 · days 2026-03-02 2026-03-08", "revision.number 1 · superseded"],
    said: ["尚可 所长 2026-03-09"],
    lists: [{ title: "旧称", rows: [] }],
    mark: "旧所 · 旧名 · 2026-W10 · 0123456789abcdef",
  });
  expect(paper.foot).toEqual([
    "paper.maker 旧名 X0",
    "paper.signer 所长",
    "signed.onBehalfOf 示例乙",
    "paper.date 2026-03-09",
    "signed.digest 0123456789abcdef0123",
    "made 所长 2026-03-09",
  ]);
});
