import { type Fragment, type Parameter, parameter, type Reading, sql } from "#kernel/read";
import { Invalid } from "#kernel/errors";
import { weekFaults } from "./week.rules.ts";

export const startOfDay = (day: Fragment | Parameter): Fragment =>
  sql`((${day})::timestamp at time zone 'Asia/Shanghai')`;
export const dayOf = (moment: Fragment): Fragment => sql`((${moment}) at time zone 'Asia/Shanghai')::date`;
export const mondayOf = (day: Fragment): Fragment => sql`date_trunc('week', (${day})::timestamp)::date`;

/** The Mondays of the weeks that [first, last] has days of. */
export type Weeks = (first: Fragment, last: Fragment) => Fragment;

/** Of any time: a statement asks for one of them, by its Monday. */
export const everyWeek: Weeks = (first, last) =>
  sql`(select ${mondayOf(first)} + 7 * n as week from generate_series(0, (${last} - ${mondayOf(first)}) / 7) n)`;

/**
 * Each week with its days and moments. What it is told of stands at `bound`, the end of the week or, while it goes on, now. The offset
 * keeps these columns: comparisons with sums would be no conditions of an index under row-level security.
 */
export const spans = (weeks: Fragment, reading: Reading): Fragment => sql`(
  select each.week, each.week + 6 as last, each.week - 60 as long_before, ${startOfDay(sql`each.week`)} as starts, ${startOfDay(sql`(each.week + 7)`)} as ends,
    least(${startOfDay(sql`(each.week + 7)`)}, ${reading.now} + interval '1 millisecond') as bound
  from ${weeks} each offset 0)`;

/** The week's last moment, or now in the one that goes on. */
export const lastMomentOf = (week: Fragment, reading: Reading): Fragment =>
  sql`least(${startOfDay(sql`(${week} + 7)`)} - interval '1 millisecond', ${reading.now})`;

/** The Monday that a field's argument names. */
export function mondayAsked(reading: Reading, name: "week" | "from"): Parameter {
  const day = reading.arg(name, "date")!;
  return {
    ...parameter(`${day.key}:monday`, "date", (environment) => {
      const value = String(day.value(environment));
      const faults = weekFaults([name], value);
      if (faults.length > 0) throw new Invalid(faults);
      return value;
    }),
    path: day.path,
  };
}
