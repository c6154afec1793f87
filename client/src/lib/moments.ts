import { startOfDay, today } from "./dates.ts";

/** A day is shown as it stands when it ends, and today as it stands now. */
export const momentOf = (day: string | undefined) => (day && day !== today() ? `${day}T23:59:59+08:00` : undefined);

/** What is done from a day on begins with it, and today begins now. */
export const instantOf = (day: string | undefined) => (day && day !== today() ? startOfDay(day) : undefined);
