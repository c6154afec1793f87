const dayLength = 86_400_000;

export const addDays = (day: string, count: number) =>
  new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);

/** The instant at which a day begins in Asia/Shanghai, which has no daylight saving. */
export const startOf = (day: string) => `${day}T00:00:00+08:00`;

export const dayIn = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export const mondayOf = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
