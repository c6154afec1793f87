import type { CalendarFieldsFragment } from "@maple-bridge/schema/documents";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { Light } from "../../ui/light.tsx";
import { Section } from "../../ui/section.tsx";
import { DayDialog } from "./day-dialog.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { monthsOf, shiftTexts, type ShownDay } from "./year.ts";

interface RevisionSectionProps {
  /** Null where nothing was published: then weekdays alone decide. */
  revision: CalendarFieldsFragment | null;
  year: number;
}

/** A year of a calendar, month by month; of a draft, a day is changed by a press. */
export function RevisionSection({ revision, year }: RevisionSectionProps) {
  const { t } = useTranslation(["calendar", "shell"]);
  const [changing, setChanging] = useState<ShownDay>();
  const months = monthsOf(year, revision?.days ?? []);
  const open = months.flatMap(({ days }) => days).filter(({ opening }) => opening === "OPEN").length;
  const mayChange = may(revision, "SET_CALENDAR_DAYS");
  const isAnnounced = revision?.announcedYears.includes(year) ?? false;
  return (
    <Section title={titleOf()}>
      <p className="calendar-facts">
        <Light tone={isAnnounced ? "good" : "soon"}>{t(isAnnounced ? "announced" : "notAnnounced", { year })}</Light>
        <span>{t("openDays", { count: open })}</span>
        <span>{t("shiftsAre", { shifts: shiftTexts(revision).join(t("shell:mark.list")) })}</span>
      </p>
      <p className="calendar-legend">
        <span className="calendar-day calendar-off">{t("legend.off")}</span>
        <span className="calendar-day calendar-made-up">{t("legend.madeUp")}</span>
        <span className="calendar-day calendar-weekend">{t("legend.weekend")}</span>
        {mayChange ? <span className="note">{t("pressDay")}</span> : null}
      </p>
      <div className="calendar-months">
        {months.map(({ month, days }) => (
          <MonthGrid key={month} month={month} days={days} onChange={mayChange ? setChanging : undefined} />
        ))}
      </div>
      {revision && changing ? (
        <DayDialog draft={revision} changing={changing} onClose={() => setChanging(undefined)} />
      ) : null}
    </Section>
  );

  function titleOf() {
    if (!revision) return t("none");
    return t(revision.state === "DRAFT" ? "draft.numbered" : "numbered", { number: revision.number });
  }
}
