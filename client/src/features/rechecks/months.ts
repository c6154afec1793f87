/** The months that are over, the last first, each by its first day. */
export function monthsBefore(today: string, count: number): string[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + month - 2 - index;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
  });
}

export const monthShown = (firstDay: string) => firstDay.slice(0, 7);
