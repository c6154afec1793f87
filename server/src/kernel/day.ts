const offset = "+08:00";
const offsetMs = 8 * 60 * 60 * 1000;

/** The day of the calendar in China at an instant: 2026-11-22. */
export const dayOf = (instant: Date) => new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10);

/** The instant a day begins in China. */
export const startOfDay = (day: string) => new Date(`${day}T00:00:00${offset}`).toISOString();

const dayMs = 86_400_000;

/** The day so many days after, or before where it is below zero. */
export const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** From 1, Monday, to 7. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week that the day is in: it is what a week is known by. */
export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day));
