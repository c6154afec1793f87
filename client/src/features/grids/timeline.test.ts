import { describe, expect, test } from "vitest";
import { placeOf, rowsOf, scaleOf, ticksOf } from "./timeline.ts";

const at = (day: string) => Date.parse(day);

describe("the timeline", () => {
  test("puts one after another in a row, and side by side below each other", () => {
    const a = { from: at("2025-01-01"), to: at("2025-06-01") };
    const b = { from: at("2025-06-01"), to: null };
    const c = { from: at("2025-03-01"), to: null };
    expect(rowsOf([b, a, c])).toEqual([[a, b], [c]]);
  });

  test("lets what has no end last to the end of the scale", () => {
    const scale = { from: 0, to: 200 };
    expect(placeOf(scale, { from: 50, to: null })).toEqual({ left: 25, width: 75 });
    expect(placeOf(scale, { from: -50, to: 100 })).toEqual({ left: 0, width: 50 });
  });

  test("shows what is planned", () => {
    const now = at("2026-11-22");
    const scale = scaleOf(
      [
        { from: at("2024-01-15"), to: null },
        { from: at("2027-03-01"), to: null },
      ],
      now,
    );
    expect(scale.from).toBe(at("2024-01-15"));
    expect(scale.to).toBeGreaterThan(at("2027-03-01"));
  });

  test.each([3, 6])("marks at most %i months or one more, whatever the scale is", (most) => {
    for (const years of [0.3, 1, 3, 8, 25]) {
      const ticks = ticksOf({ from: at("2024-02-10"), to: at("2024-02-10") + years * 365 * 86_400_000 }, most);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
    }
  });
});
