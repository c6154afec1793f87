import type { FieldFault } from "#kernel/errors";

const weekday = "(MO|TU|WE|TH|FR|SA|SU)";
const list = (each: string) => new RegExp(`^${each}(,${each})*$`);

/** What may stand in a rule. Days of the month end with the 28th, which each has; the last ones are counted from its end. */
const shapes: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  BYDAY: list(`([+-]?[1-5])?${weekday}`),
  BYMONTHDAY: list("([1-9]|1\\d|2[0-8]|-([1-9]|1\\d|2[0-8]))"),
  BYMONTH: list("([1-9]|1[0-2])"),
  BYSETPOS: list("-?([1-9]|[12]\\d|3[01])"),
  WKST: /^MO$/,
};
/** Days that some months do not have: a bare rule would leave those out. */
const lateMonthDay = /^([^,]*,)*(29|30|31)(,|$)/;

/** The parts without which a rule would take its days from the day it starts on, and so leave out months that lack it. */
const needed: Readonly<Record<string, readonly (readonly string[])[]>> = {
  DAILY: [],
  WEEKLY: [["BYDAY"]],
  MONTHLY: [["BYDAY", "BYMONTHDAY"]],
  YEARLY: [["BYMONTH"], ["BYDAY", "BYMONTHDAY"]],
};

/** What is wrong with a rule. Its end is said beside it, and what it counts in is days. */
export function recurrenceFaults(path: FieldFault["path"], recurrence: string): FieldFault[] {
  const parts = recurrence.split(";").map((part) => part.split("=") as [string, string?]);
  const given = new Map(parts.map(([name, value = ""]) => [name, value]));
  if (lateMonthDay.test(given.get("BYMONTHDAY") ?? "")) return [{ path, code: "CHECKLIST_MONTH_DAY" }];
  const isWritten =
    given.size === parts.length && [...given].every(([name, value]) => shapes[name]?.test(value) ?? false);
  const frequency = given.get("FREQ") ?? "";
  if (!isWritten || !shapes["FREQ"]!.test(frequency)) return [{ path, code: "CHECKLIST_RECURRENCE" }];
  const isMonthly = frequency === "MONTHLY" || frequency === "YEARLY";
  if (!isMonthly && (/\d/.test(given.get("BYDAY") ?? "") || given.has("BYMONTHDAY") || given.has("BYSETPOS")))
    return [{ path, code: "CHECKLIST_RECURRENCE" }];
  const isWhole = needed[frequency]!.every((some) => some.some((name) => given.has(name)));
  return isWhole ? [] : [{ path, code: "CHECKLIST_RECURRENCE_DAYS" }];
}
