import type { calendarDays } from "../tables/calendar.ts";
import daysOff from "./data/days-off.json" with { type: "json" };

type Day = Pick<typeof calendarDays.$inferInsert, "day" | "opening"> & { name: string };

/** Announced by the State Council for these years. */
export const daysOfCalendar = daysOff as readonly Day[];

export const yearsOfCalendar = [...new Set(daysOfCalendar.map(({ day }) => Number(day.slice(0, 4))))];

export const shiftsOfCalendar = [
  { startsMinute: 510, endsMinute: 720 },
  { startsMinute: 870, endsMinute: 1080 },
];

export const noteOfCalendar = "录入2024至2026年放假调休安排";
