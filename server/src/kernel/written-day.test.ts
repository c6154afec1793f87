import { expect, test } from "vitest";
import days from "../../../tests/cases/days.json" with { type: "json" };
import { readDay } from "./written-day.ts";

test.each(Object.entries(days))("“%s” is what is meant, however it is written", (day, texts) => {
  for (const text of texts) expect([text, readDay(text) ?? ""]).toEqual([text, day]);
});
