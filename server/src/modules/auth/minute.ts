import { dayOf } from "#kernel/day";

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant as people in China write it, to the minute: 2026-11-22 21:35. */
export const minuteOf = (instant: Date) => `${dayOf(instant)} ${clock.format(instant)}`;
