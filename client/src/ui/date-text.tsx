import { dayText, minuteText, momentText } from "../lib/dates.ts";

interface DateTextProps {
  value: string | null | undefined;
  /** The time of day too; "telling": but not where a day begins. */
  minutes?: boolean | "telling";
}

/** A day as 2026-11-22. */
export function DateText({ value, minutes = false }: DateTextProps) {
  if (!value) return <span className="absent">—</span>;
  const text = minutes === "telling" ? momentText : minutes ? minuteText : dayText;
  return (
    <time dateTime={value} className="date">
      {text(value)}
    </time>
  );
}
