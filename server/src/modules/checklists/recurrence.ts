import { RRuleTemporal } from "rrule-temporal";
import { addDays, dayOf, startOfDay } from "#kernel/day";
import { isOpenDay, type WorkingCalendar } from "#modules/calendar";
import type { ClosedDayRule } from "./checklist.enums.ts";

/** On which days something falls. */
export interface Recurring {
  /** An RRULE without a start, as `recurrenceFaults` lets pass. */
  recurrence: string;
  startsOn: string;
  /** The last day; null for no end. */
  lastOn: string | null;
  onClosedDay: ClosedDayRule;
}

/** No holiday is longer: where nothing is open for so many days, nothing is sought beyond. */
const farthestShift = 31;

/** The days of which there is a run, from one to another, both with them; what lies past the start or the end is none. */
export function occurrences(of: Recurring, calendar: WorkingCalendar, from: string, to: string): string[] {
  const first = from > of.startsOn ? from : of.startsOn;
  const last = of.lastOn !== null && of.lastOn < to ? of.lastOn : to;
  if (last < first) return [];
  const named = daysNamed(of, addDays(first, -farthestShift), addDays(last, farthestShift));
  const held = named.flatMap((day) => heldOn(calendar, of.onClosedDay, day));
  return [...new Set(held)].filter((day) => first <= day && day <= last).toSorted();
}

const stretch = 400;
const mostStretches = 12;

/** The next ones from a day on, so many at the most. */
export function nextOccurrences(of: Recurring, calendar: WorkingCalendar, from: string, count: number): string[] {
  const found: string[] = [];
  let begin = from > of.startsOn ? from : of.startsOn;
  for (let left = mostStretches; left > 0 && found.length < count; left--) {
    found.push(...occurrences(of, calendar, begin, addDays(begin, stretch - 1)));
    begin = addDays(begin, stretch);
    if (of.lastOn !== null && begin > of.lastOn) break;
  }
  return found.slice(0, count);
}

/**
 * The days that the rule itself names. It is given a zone, without which days would come back in UTC, and noon, which no change of
 * clocks can take away.
 */
function daysNamed({ recurrence, startsOn, lastOn }: Recurring, from: string, to: string): string[] {
  const last = lastOn !== null && lastOn < to ? lastOn : to;
  const first = from > startsOn ? from : startsOn;
  if (last < first) return [];
  const start = `DTSTART;TZID=Asia/Shanghai:${startsOn.replaceAll("-", "")}T120000`;
  const rule = new RRuleTemporal({ rruleString: `${start}\nRRULE:${recurrence}` });
  const named = rule.between(new Date(startOfDay(first)), new Date(startOfDay(addDays(last, 1))), true);
  return named.map((at) => dayOf(new Date(at.epochMilliseconds)));
}

/** Where the day is closed: no day, the day itself, the last open one before it or the next one after it. */
function heldOn(calendar: WorkingCalendar, rule: ClosedDayRule, day: string): string[] {
  if (rule === "KEEP" || isOpenDay(calendar, day)) return [day];
  if (rule === "SKIP") return [];
  const step = rule === "BEFORE" ? -1 : 1;
  for (let away = 1; away <= farthestShift; away++) {
    const other = addDays(day, step * away);
    if (isOpenDay(calendar, other)) return [other];
  }
  return [];
}
