import { type Fragment, type Parameter, raw, sql } from "./fragment.ts";

interface Span {
  startsAt: Fragment;
  endsAt: Fragment;
}

/** Whether [startsAt, endsAt) holds the moment; plain comparisons, because range operators are not leakproof. */
export const inForce = ({ startsAt, endsAt }: Span, at: Parameter): Fragment =>
  sql`${startsAt} <= ${at} and (${endsAt} is null or ${endsAt} > ${at})`;

/** Of rows under the alias that hold over [starts_on, ends_on): whether the day is in it. */
export const isOnDay = (alias: string, day: Parameter): Fragment =>
  sql`${raw(alias)}.starts_on <= ${day} and (${raw(alias)}.ends_on is null or ${raw(alias)}.ends_on > ${day})`;

/** Whether some of a period lies ahead: one that is over, or was taken back before it began, is not changed any more. */
export const hasTimeLeft = ({ startsAt, endsAt }: Span, moment: Parameter): Fragment =>
  sql`(${endsAt} is null or ${endsAt} > ${moment} and ${endsAt} > ${startsAt})`;
