/** So many pieces of a station's closed work are drawn in a month where nobody has said another number. The number is ours. */
export const usualPerMonth = 3;

/** The first day of the month that the day is in. */
export const monthOf = (day: string) => `${day.slice(0, 7)}-01`;

/** The first day of the month before or after. */
export function monthBeside(month: string, by: -1 | 1): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const months = year * 12 + number - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
