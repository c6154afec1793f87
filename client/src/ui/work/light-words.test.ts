import { expect, test } from "vitest";
import { type Lit, lightWords } from "./light-words.ts";

const due = "2026-11-23T10:00:00.000Z";
const at = (text: string) => Date.parse(text);
const item = (change: Partial<Lit> = {}): Lit => ({
  isOpen: true,
  isSuspended: false,
  opensAt: "2026-11-20T00:00:00.000Z",
  nextDueAt: due,
  warnAt: "2026-11-23T08:00:00.000Z",
  workingDaysLeft: 0,
  opensAgainAt: null,
  ...change,
});

test("before its due time it counts down in days, hours and minutes, and turns amber when it is due soon", () => {
  expect(lightWords(item({ workingDaysLeft: 2 }), at("2026-11-19T10:00:00Z"))).toEqual({
    tone: "quiet",
    key: "opens",
    at: "2026-11-20T00:00:00.000Z",
  });
  expect(lightWords(item({ workingDaysLeft: 1 }), at("2026-11-20T10:00:00Z"))).toEqual({
    tone: "good",
    key: "left.days",
    count: 1,
  });
  expect(lightWords(item(), at("2026-11-23T07:30:00Z"))).toEqual({ tone: "good", key: "left.hours", count: 2 });
  expect(lightWords(item(), at("2026-11-23T08:00:00Z"))).toEqual({ tone: "soon", key: "left.hours", count: 2 });
  expect(lightWords(item(), at("2026-11-23T09:01:00Z"))).toEqual({ tone: "soon", key: "left.minutes", count: 59 });
  expect(lightWords(item(), at("2026-11-23T09:59:59.999Z"))).toEqual({ tone: "soon", key: "left.minutes", count: 1 });
});

test("from its due time on it is late, to the very millisecond", () => {
  expect(lightWords(item(), at(due))).toEqual({ tone: "bad", key: "late.minutes", count: 1 });
  expect(lightWords(item(), at("2026-11-23T12:30:00Z"))).toEqual({ tone: "bad", key: "late.hours", count: 2 });
  expect(lightWords(item({ workingDaysLeft: -1 }), at("2026-11-24T01:00:00Z"))).toEqual({
    tone: "bad",
    key: "late.days",
    count: 1,
  });
});

test("hours are told across midnight, and over days of rest, which are no working days", () => {
  expect(lightWords(item({ workingDaysLeft: 1 }), at("2026-11-23T08:00:00Z")).key).toBe("left.hours");
  expect(lightWords(item({ workingDaysLeft: -1 }), at("2026-11-23T17:00:00Z")).key).toBe("late.hours");
  expect(lightWords(item(), at("2026-11-25T10:00:00Z"))).toMatchObject({ key: "late.hours", count: 48 });
});

test("while shifts rest it says when they go on; what is late is late all the same", () => {
  const opensAgainAt = "2026-11-23T00:30:00.000Z";
  const night = at("2026-11-22T16:00:00Z");
  expect(lightWords(item({ opensAgainAt }), night)).toEqual({ tone: "good", key: "resting", at: opensAgainAt });
  expect(lightWords(item({ opensAgainAt, nextDueAt: "2026-11-22T10:00:00Z" }), night).key).toBe("late.hours");
  expect(lightWords(item({ opensAgainAt }), at(opensAgainAt)).key).toBe("left.hours");
});

test("what stands still, has no due time or is over says so", () => {
  const now = at("2026-11-24T00:00:00Z");
  expect(lightWords(item({ isSuspended: true }), now).key).toBe("suspended");
  expect(lightWords(item({ nextDueAt: null, warnAt: null, workingDaysLeft: null }), now).key).toBe("none");
  expect(lightWords(item({ isOpen: false }), now)).toEqual({ tone: "quiet", key: "over" });
});
