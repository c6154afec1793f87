import { expect, test } from "vitest";
import { dueText, momentText, startOfDay } from "./dates.ts";

test("a moment that begins a day is the day alone, by China's clock and not the browser's", () => {
  expect(momentText(startOfDay("2026-11-22"))).toBe("2026-11-22");
  expect(momentText("2026-11-21T16:00:00Z")).toBe("2026-11-22");
  expect(momentText("2026-11-22T00:00:00Z")).toBe("2026-11-22 08:00");
  expect(momentText("2026-11-21T16:00:01Z")).toBe("2026-11-22 00:00");
});

test("what is due as a day begins is told as the end of the day before", () => {
  expect(dueText(startOfDay("2026-11-23"))).toBe("2026-11-22 24:00");
  expect(dueText("2026-11-22T10:00:00Z")).toBe("2026-11-22 18:00");
});
