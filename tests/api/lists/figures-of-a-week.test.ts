import { countsOf } from "@maple-bridge/server/modules/lists";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../../client/src/features/review/matrix.ts";

const line = fc.record({
  source: fc.constantFrom("DUTIES", "OPEN_MATTERS", "WORK_DUE", "ACHIEVEMENTS"),
  standing: fc.constantFrom("NEW", "CARRIED_OVER", "DONE", "MISSED", null),
  isLate: fc.boolean(),
  isReturned: fc.boolean(),
  isWaiting: fc.boolean(),
  decision: fc.constantFrom("ACCEPTED", "RETURNED", null),
  rechecks: fc.constant([]),
});

test("A16: the lines that a figure of a week opens are as many as the matrix counts", () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const counted = countsOf(lines as never);
      for (const [name, count] of Object.entries(counted))
        expect(linesOf(lines as never[], name as keyof typeof counted)).toHaveLength(count);
    }),
  );
});
