import { expect, test } from "vitest";
import days from "../../../tests/cases/days.json" with { type: "json" };
import { readDay } from "./typed-day.ts";

test.each(Object.entries(days))("“%s” is what is meant, however it is typed", (day, texts) => {
  for (const text of texts) expect([text, readDay(text) ?? ""]).toEqual([text, day]);
});
