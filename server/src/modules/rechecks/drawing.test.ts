import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkersOf, drawFrom, type Pool, poolIn, textOf } from "./drawing.ts";

const seed = "ab".repeat(32);
const pools = fc
  .record({
    stationId: fc.uuid(),
    month: fc.constant("2026-10-01"),
    items: fc.uniqueArray(fc.record({ id: fc.uuid(), without: fc.uniqueArray(fc.uuid(), { maxLength: 2 }) }), {
      selector: ({ id }) => id,
      maxLength: 12,
    }),
    checkers: fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
  })
  .map((pool): Pool => pool);

test("a pool is one text, in whichever order it was found, and the text gives the same draw", () => {
  fc.assert(
    fc.property(pools, fc.integer({ min: 0, max: 5 }), (pool, asked) => {
      const turned = { ...pool, items: pool.items.toReversed(), checkers: pool.checkers.toReversed() };
      expect(textOf(turned)).toBe(textOf(pool));
      expect(drawFrom(seed, poolIn(textOf(pool)), asked)).toEqual(drawFrom(seed, turned, asked));
    }),
  );
});

test("those are drawn whose digests are the smallest, each with the smallest of those who may check it", () => {
  const sha = (text: string) => createHash("sha256").update(text).digest("hex");
  fc.assert(
    fc.property(pools, fc.integer({ min: 1, max: 5 }), (pool, asked) => {
      const { items } = drawFrom(seed, pool, asked);
      const may = pool.items.filter(({ without }) => pool.checkers.some((checker) => !without.includes(checker)));
      const ranks = may.map(({ id }) => sha(`${seed} ${id}`)).sort();
      expect(items.map(({ itemId }) => sha(`${seed} ${itemId}`))).toEqual(ranks.slice(0, asked));
      for (const { itemId, checkerId } of items) {
        const { without } = pool.items.find(({ id }) => id === itemId)!;
        expect(without).not.toContain(checkerId);
        const smallest = pool.checkers
          .filter((checker) => !without.includes(checker))
          .map((checker) => sha(`${seed} ${itemId} ${checker}`))
          .sort()[0];
        expect(sha(`${seed} ${itemId} ${checkerId}`)).toBe(smallest);
      }
    }),
  );
});

test("what nobody may check is passed over and counted, and who has done it is never drawn for it", () => {
  const pool = {
    stationId: "s",
    month: "2026-10-01",
    items: [
      { id: "甲", without: ["a", "b"] },
      { id: "乙", without: ["a"] },
    ],
    checkers: ["a", "b"],
  };
  expect(drawFrom(seed, pool, 2)).toEqual({
    items: [{ place: 1, itemId: "乙", checkerId: "b" }],
    passedOver: 1,
  });
  expect(checkersOf(seed, pool.items[0]!, pool.checkers)).toEqual([]);
});
