import { expect, test } from "vitest";
import type { Cause } from "./chosen.ts";
import { fixed } from "./fixes.ts";

const cause = (of: Partial<Cause>): Cause => ({
  code: "",
  column: "",
  value: null,
  count: 1,
  places: "",
  message: "",
  fix: null,
  isSuggested: true,
  written: null,
  means: null,
  day: null,
  year: null,
  field: null,
  rows: [],
  ...of,
});
const nothing = { assumptions: {}, said: { names: [], blanks: [], leavesOut: [] } };

test("what does away with several causes is assumed and said together", () => {
  const causes = [
    cause({ fix: "CREATE_STATIONS" }),
    cause({ fix: "COUNTED_YEAR", year: 2025 }),
    cause({ fix: "NAME", written: "城关所", means: "城关派出所" }),
    cause({ fix: "BLANK", field: "phone" }),
    cause({ fix: "LEAVE_OUT", rows: [9, 4] }),
  ];
  expect(fixed(nothing, causes)).toEqual({
    assumptions: { createStations: true, countedYear: 2025 },
    said: { names: [{ written: "城关所", means: "城关派出所" }], blanks: ["phone"], leavesOut: [4, 9] },
  });
});

test("what is said again takes the place of what was said, and rows add up", () => {
  const before = fixed(nothing, [
    cause({ fix: "NAME", written: "城关所", means: "城关派出所" }),
    cause({ fix: "LEAVE_OUT", rows: [4] }),
  ]);
  expect(
    fixed(before, [
      cause({ fix: "NAME", written: "城关所", means: "城中派出所" }),
      cause({ fix: "LEAVE_OUT", rows: [4, 2] }),
    ]).said,
  ).toEqual({ names: [{ written: "城关所", means: "城中派出所" }], blanks: [], leavesOut: [2, 4] });
});

test("a cause that nothing does away with changes nothing", () => {
  expect(fixed(nothing, [cause({ fix: null })])).toEqual(nothing);
});
