import { addDays, startOf } from "../days.ts";
import type { Random } from "../random.ts";

/** The long holidays, first and last day. */
const holidays = [
  ["2024-02-10", "2024-02-17"],
  ["2024-05-01", "2024-05-05"],
  ["2024-10-01", "2024-10-07"],
  ["2025-01-28", "2025-02-04"],
  ["2025-05-01", "2025-05-05"],
  ["2025-10-01", "2025-10-08"],
  ["2026-01-01", "2026-01-03"],
  ["2026-02-15", "2026-02-23"],
  ["2026-05-01", "2026-05-05"],
  ["2026-10-01", "2026-10-07"],
] as const;

const minute = 60_000;
const halves = [
  [8 * 60 + 35, 10 * 60 + 40],
  [14 * 60 + 35, 16 * 60 + 40],
] as const;

function isWorkday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday > 0 && weekday < 6 && !holidays.some(([first, last]) => first <= day && day <= last);
}

/** The day, or the workday next to it in the direction. */
export const workday = (day: string, step: 1 | -1): string =>
  isWorkday(day) ? day : workday(addDays(day, step), step);

/** An instant of the day at which people sit in offices, with an hour and more of them to come. */
export function officeMoment(random: Random, day: string): Date {
  const [first, last] = random.pick(halves);
  const seconds = random.int(0, 59_999);
  return new Date(Date.parse(startOf(day)) + random.int(first, last) * minute + seconds);
}

export const later = (moment: Date, minutes: number) => new Date(moment.getTime() + minutes * minute);
