import { expect, test } from "vitest";
import { closedDayOf, recurringOf, ruleOf } from "./recurrence.ts";

test.each([
  ["FREQ=DAILY", "SKIP", { every: "DAILY" }],
  ["FREQ=WEEKLY;BYDAY=MO,TH", "KEEP", { every: "WEEKLY", weekdays: ["MO", "TH"] }],
  ["FREQ=MONTHLY;BYMONTHDAY=1", "KEEP", { every: "MONTHLY", day: "1" }],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "KEEP", { every: "MONTHLY", day: "LAST" }],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "BEFORE", { every: "MONTHLY", day: "LAST_OPEN" }],
  ["FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1", "KEEP", { every: "QUARTERLY", day: "1" }],
  ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", "AFTER", { every: "QUARTERLY", day: "LAST" }],
  ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "AFTER", { every: "YEARLY", day: "1", month: 1 }],
] as const)("%s, %s on a closed day, is said in words and written again as it was", (rule, onClosedDay, said) => {
  const recurring = recurringOf(rule, onClosedDay);
  expect(recurring).toMatchObject(said);
  expect(ruleOf(recurring)).toBe(rule);
  expect(closedDayOf(recurring, onClosedDay)).toBe(onClosedDay);
});

test.each(["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=MONTHLY;BYDAY=1MO", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1"])(
  "what there are no words for is kept as it is written: %s",
  (rule) => expect(recurringOf(rule, "KEEP")).toEqual({ every: "OTHER", rule }),
);

test("nothing is written while something is still to be said", () => {
  for (const every of ["WEEKLY", "MONTHLY", "QUARTERLY", "OTHER"] as const) expect(ruleOf({ every })).toBeNull();
  expect(ruleOf({ every: "YEARLY", day: "1" })).toBeNull();
  expect(recurringOf(null, "KEEP")).toEqual({});
});
