import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import { isOpen, numberOf, type Opening, usually } from "./open-days.rules.ts";
import type { Shift } from "./working-time.rules.ts";

/** A day that is not as its weekday makes it. */
export interface DayRow {
  day: string;
  opening: Opening;
  name: string | null;
}

/** What a day is to be; without an opening as its weekday makes it. */
export interface AskedDay {
  day: string;
  opening?: Opening | null;
  name?: string | null;
}

const years = { least: 2000, most: 2099 };
const mostAtOnce = 400;
const mostDays = 4_000;
const mostShifts = 6;
const minutesOfADay = 1440;

const yearOf = (day: string) => Number(day.slice(0, 4));
const isOut = (year: number) => year < years.least || year > years.most;

export const yearFaults = (path: FieldFault["path"], year: number): FieldFault[] =>
  isOut(year) ? [{ path, code: "OUT_OF_RANGE", params: years }] : [];

/** The days as they are kept; what is wrong with them is added to `faults`. */
export function checkDays(faults: FieldFault[], asked: readonly AskedDay[]): AskedDay[] {
  if (asked.length > mostAtOnce)
    faults.push({ path: ["input", "days"], code: "CALENDAR_TOO_MANY_DAYS", params: { most: mostAtOnce } });
  const seen = new Set<string>();
  return asked.map(({ day, opening = null, name }, index) => {
    const path = ["input", "days", index];
    faults.push(...yearFaults([...path, "day"], yearOf(day)));
    if (seen.has(day)) faults.push({ path: [...path, "day"], code: "CALENDAR_DAY_TWICE", params: { day } });
    seen.add(day);
    const text = checkText(faults, [...path, "name"], name, { most: 20 });
    if (opening === null && text !== null)
      faults.push({ path: [...path, "name"], code: "CALENDAR_DAY_UNNAMED", params: { day } });
    if (opening !== null && opening === usually(numberOf(day)))
      faults.push({ path: [...path, "opening"], code: `CALENDAR_DAY_${opening}_ANYWAY`, params: { day } });
    return { day, opening, name: text };
  });
}

export const checkYears = (faults: FieldFault[], asked: readonly number[]): number[] => {
  asked.forEach((year, index) => faults.push(...yearFaults(["input", "announcedYears", index], year)));
  return [...new Set(asked)].sort((one, other) => one - other);
};

export const tooManyDays = (path: FieldFault["path"], count: number): FieldFault[] =>
  count > mostDays ? [{ path, code: "CALENDAR_TOO_MANY_DAYS", params: { most: mostDays } }] : [];

/** By their start; what is wrong with them is added to `faults`. */
export function checkShifts(faults: FieldFault[], asked: readonly Shift[]): Shift[] {
  const path = ["input", "shifts"];
  if (asked.length < 1 || asked.length > mostShifts)
    faults.push({ path, code: "CALENDAR_SHIFT_COUNT", params: { most: mostShifts } });
  const range = { least: 0, most: minutesOfADay };
  asked.forEach((shift, index) => {
    for (const field of ["startsMinute", "endsMinute"] as const)
      if (shift[field] < range.least || shift[field] > range.most)
        faults.push({ path: [...path, index, field], code: "OUT_OF_RANGE", params: range });
    if (shift.startsMinute >= shift.endsMinute)
      faults.push({ path: [...path, index, "endsMinute"], code: "CALENDAR_SHIFT_ORDER" });
    const other = asked.findIndex((each, before) => before < index && overlap(each, shift));
    if (other >= 0)
      faults.push({ path: [...path, index], code: "CALENDAR_SHIFT_OVERLAP", params: { other: other + 1 } });
  });
  return asked
    .map(({ startsMinute, endsMinute }) => ({ startsMinute, endsMinute }))
    .sort((one, other) => one.startsMinute - other.startsMinute);
}

const overlap = (one: Shift, other: Shift) =>
  one.startsMinute < other.endsMinute && other.startsMinute < one.endsMinute;

/** Of the days asked for, those that are otherwise now. */
export function daysChanged(now: readonly DayRow[], asked: readonly AskedDay[]): AskedDay[] {
  const held = new Map(now.map((each) => [each.day, each]));
  return asked.filter(({ day, opening = null, name = null }) => {
    const before = held.get(day);
    return (before?.opening ?? null) !== opening || (before?.name ?? null) !== name;
  });
}

/** What is kept of the days asked for. */
export const daysKept = (asked: readonly AskedDay[]): DayRow[] =>
  asked.flatMap(({ day, opening, name = null }) => (opening ? [{ day, opening, name }] : []));

/** What makes the year's days those of `next`. */
export function yearToBecome(now: readonly DayRow[], year: number, next: readonly DayRow[]): AskedDay[] {
  const kept = new Set(next.map(({ day }) => day));
  const gone = now.filter(({ day }) => yearOf(day) === year && !kept.has(day));
  return [...next, ...gone.map(({ day }) => ({ day }))];
}

interface Change {
  before: Partial<Content>;
  after: Partial<Content>;
}

/** What a calendar holds. */
export interface Content {
  announcedYears: number[];
  shifts: Shift[];
  days: DayRow[];
}

/** What a publication changes, of its days those that differ. */
export function shownChange({ before, after }: Change, from: number | null, to: number) {
  const [was, is] = [before.days ?? [], after.days ?? []];
  const held = (days: readonly DayRow[]) => new Set(days.map((each) => JSON.stringify(each)));
  const onlyIn = (days: readonly DayRow[], others: ReadonlySet<string>) =>
    days.filter((each) => !others.has(JSON.stringify(each)));
  return {
    before: from === null ? null : { number: from, ...before, ...(before.days && { days: onlyIn(was, held(is)) }) },
    after: { number: to, ...after, ...(after.days && { days: onlyIn(is, held(was)) }) },
  };
}

const daysLookedAt = 366;

/** A calendar by which nothing would ever be due is not brought into force. */
export function openingFaults({ days }: Content, today: string): FieldFault[] {
  const calendar = { days: new Map(days.map(({ day, opening }) => [day, opening])) };
  const first = numberOf(today);
  for (let number = first; number < first + daysLookedAt; number++) if (isOpen(calendar, number)) return [];
  return [{ path: ["input", "id"], code: "CALENDAR_NEVER_OPEN" }];
}
