import { dayOf, startOfDay } from "./day.ts";
import type { FieldFault } from "./errors.ts";
import { checkText } from "./text.ts";

/** Whether an instant lies before today, as the calendar in China has it. */
const isBackdated = (at: Date, now: Date) => at.toISOString() < startOfDay(dayOf(now));

/** Whoever changes what was so before today says why. */
export const backdatingFaults = (path: FieldFault["path"], at: Date, reason: string | null, now: Date): FieldFault[] =>
  isBackdated(at, now) && reason === null ? [{ path, code: "REASON_FOR_THE_PAST" }] : [];

/** The reason given for what is so from the beginning of `day`, or from the instant, on. */
export function checkReason(
  faults: FieldFault[],
  reason: string | null | undefined,
  from: string | Date,
  now: Date,
): string | null {
  const path = ["input", "reason"];
  const text = checkText(faults, path, reason, { most: 200 });
  faults.push(...backdatingFaults(path, new Date(typeof from === "string" ? startOfDay(from) : from), text, now));
  return text;
}
