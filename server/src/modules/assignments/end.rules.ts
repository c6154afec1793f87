import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { backdatingFaults } from "#kernel/reason";
import { daysText, farthestYears, isFar } from "./assignment.rules.ts";
import type { Period } from "./period.rules.ts";

interface Running extends Period {
  member: string;
  badge: string;
}

/** When it ends: what has not begun by `at` is taken back as a whole, and so ends where it begins. */
export function endOf({ from }: Period, at: Date | null, now: Date): Date {
  const asked = at ?? now;
  return from > now && asked < from ? from : asked;
}

/** What is wrong with an end by itself. */
export function faultsOfEnd(
  { from }: Period,
  end: Date,
  reason: string | null,
  now: Date,
  field: string,
): FieldFault[] {
  return [
    ...(end < from
      ? [{ path: ["input", field], code: "ASSIGNMENT_ENDS_BEFORE_START", params: { startsOn: dayOf(from) } }]
      : []),
    ...(isFar(end, now) ? [{ path: ["input", field], code: "PERIOD_TOO_FAR", params: { years: farthestYears } }] : []),
    ...backdatingFaults(["input", "reason"], end, reason, now),
  ];
}

/** What is over stays so, and an end that was set is not put off. */
export function collisionsOfEnd(
  { from, to, member, badge }: Running,
  end: Date,
  now: Date,
  field: string,
): FieldFault[] {
  if (to === null) return [];
  if (to <= now || to <= from) return [over({ from, to, member, badge }, field)];
  return end > to ? [{ path: ["input", field], code: "ASSIGNMENT_ENDS_LATER", params: { endsOn: dayOf(to) } }] : [];
}

/** Who is replaced at the very end leaves nothing to take over. */
export const nothingLeft = (running: Running, end: Date, field: string): FieldFault[] =>
  running.to?.getTime() === end.getTime() ? [over(running, field)] : [];

const over = ({ from, to, member, badge }: Running, field: string): FieldFault => ({
  path: ["input", field],
  code: "ASSIGNMENT_OVER",
  params: { member, badge, period: daysText({ from, to }) },
});
