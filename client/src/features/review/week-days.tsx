import { useTranslation } from "react-i18next";
import { lastDayOf } from "./weeks.ts";

/** At which station, and from which day to which. */
export function WeekDays({ station, week }: { station: string; week: string }) {
  const { t } = useTranslation("review");
  return (
    <span className="numeric">
      {station} · {t("days", { first: week, last: lastDayOf(week) })}
    </span>
  );
}
