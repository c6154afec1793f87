import { dayText, minuteText } from "../lib/dates.ts";

/** A day as 2026-11-22; with `minutes`, the time of day too. */
export function DateText({ value, minutes = false }: { value: string | null | undefined; minutes?: boolean }) {
  if (!value) return <span className="absent">—</span>;
  return (
    <time dateTime={value} className="date">
      {minutes ? minuteText(value) : dayText(value)}
    </time>
  );
}
