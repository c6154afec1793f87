import dayjs from "dayjs";

/** A day is compared as it stands when it ends, and today as it stands now. */
export const momentOf = (day: string, today: string) => (day === today ? undefined : endOf(day));

export const endOf = (day: string) => `${day}T23:59:59+08:00`;

/** The last day of a month so many months from the day's own. */
export const lastOfMonth = (day: string, months: number) =>
  dayjs(day).startOf("month").add(months, "month").endOf("month").format("YYYY-MM-DD");

/** From the end of the month before last to the end of the last one. */
export const lastMonth = (today: string) => ({ from: lastOfMonth(today, -2), to: lastOfMonth(today, -1) });

/** From the end of the last month to today. */
export const thisMonth = (today: string) => ({ from: lastOfMonth(today, -1), to: today });
