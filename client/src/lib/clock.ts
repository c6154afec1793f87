const clock = new Intl.DateTimeFormat("en", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** 08:05 in China. Apart from the other dates, which bring a library with them: the door has to say no more than this. */
export const clockText = (instant: string) => clock.format(new Date(instant));
