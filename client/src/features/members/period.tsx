import { useTranslation } from "react-i18next";
import { DateText } from "../../ui/date-text.tsx";

interface PeriodProps {
  startsAt: string;
  endsAt: string | null;
  /** What an open end is called, where it does not mean for good. */
  openEnd?: string;
}

/** From a day on, until the day it no longer holds or with an open end. */
export function Period({ startsAt, endsAt, openEnd }: PeriodProps) {
  const { t } = useTranslation("members");
  return (
    <span className="member-period">
      <DateText value={startsAt} /> {t("to")} {endsAt ? <DateText value={endsAt} /> : (openEnd ?? t("openEnd"))}
    </span>
  );
}
