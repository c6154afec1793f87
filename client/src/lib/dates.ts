import dayjs, { type Dayjs } from "dayjs";
import utc from "dayjs/plugin/utc";

dayjs.extend(utc);

/** The bureau's days are China's, whatever the clock of the browser says. */
const chinaMinutes = 8 * 60;

export const inChina = (instant?: string | number | Date): Dayjs => dayjs(instant).utcOffset(chinaMinutes);
export const today = () => inChina().format("YYYY-MM-DD");
export const dayText = (value: string) => (isDay(value) ? value : inChina(value).format("YYYY-MM-DD"));
export const minuteText = (instant: string) => inChina(instant).format("YYYY-MM-DD HH:mm");

/** What is due as a day begins is due as the day before it ends: 2026-11-22 24:00. */
export function dueText(instant: string) {
  const due = inChina(instant);
  return due.isSame(due.startOf("day")) ? `${due.subtract(1, "day").format("YYYY-MM-DD")} 24:00` : minuteText(instant);
}

/** The day alone where an instant begins one, because its time of day tells nothing. */
export const momentText = (instant: string) =>
  inChina(instant).isSame(inChina(instant).startOf("day")) ? dayText(instant) : minuteText(instant);

/** The instant of a day 2026-11-22 at 08:30, as the server takes it. */
export const momentOn = (day: string, time: string) => `${day}T${time}:00+08:00`;
/** The first instant of a day. */
export const startOfDay = (day: string) => momentOn(day, "00:00");

/** The day so many days later. */
export const dayAfter = (day: string, days: number) => dayjs(day).add(days, "day").format("YYYY-MM-DD");

/** 2026-11-22, and a day that there is. */
export const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && dayjs.utc(value).format("YYYY-MM-DD") === value;
