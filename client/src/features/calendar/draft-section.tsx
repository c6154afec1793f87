import {
  type CalendarFieldsFragment,
  type CalendarQuery,
  DiscardCalendarDraftDocument,
  LoadHolidaysDocument,
  SetCalendarDaysDocument,
} from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../lib/use-command.ts";
import { may } from "../../lib/viewer.tsx";
import { Section } from "../../ui/section.tsx";
import { useConfirmed } from "../../ui/use-confirmed.ts";
import { DraftChanges } from "./draft-changes.tsx";
import { PublishDialog } from "./publish-dialog.tsx";
import { ShiftsDialog } from "./shifts-dialog.tsx";

export type Draft = NonNullable<CalendarQuery["calendarDraft"]>;

interface DraftSectionProps {
  draft: Draft;
  before: CalendarFieldsFragment | null;
  year: number;
}

/** What the draft changes against what is in force, and what may be done with it. */
export function DraftSection({ draft, before, year }: DraftSectionProps) {
  const { t } = useTranslation("calendar");
  const [opened, setOpened] = useState<"publish" | "shifts">();
  const { load, markAnnounced, discard } = useDeeds(draft, year);
  const isAnnounced = draft.announcedYears.includes(year);
  const close = () => setOpened(undefined);
  return (
    <Section title={t("draft.changes")}>
      <DraftChanges draft={draft} before={before} />
      <div className="calendar-deeds">
        {may(draft, "LOAD_HOLIDAYS") ? <Button onClick={() => void load()}>{t("load.deed", { year })}</Button> : null}
        {may(draft, "SET_CALENDAR_DAYS") ? (
          <Button onClick={() => void markAnnounced()}>{t(isAnnounced ? "mark.back" : "mark.deed", { year })}</Button>
        ) : null}
        {may(draft, "SET_CALENDAR_SHIFTS") ? (
          <Button onClick={() => setOpened("shifts")}>{t("shifts.deed")}</Button>
        ) : null}
        {may(draft, "PUBLISH_CALENDAR") ? (
          <Button type="primary" onClick={() => setOpened("publish")}>
            {t("publish.deed")}
          </Button>
        ) : null}
        {may(draft, "DISCARD_CALENDAR_DRAFT") ? (
          <Button danger onClick={() => void discard()}>
            {t("discard.deed")}
          </Button>
        ) : null}
      </div>
      <ShiftsDialog draft={draft} open={opened === "shifts"} onClose={close} />
      <PublishDialog draft={draft} before={before} open={opened === "publish"} onClose={close} />
    </Section>
  );
}

function useDeeds({ id, number, version, announcedYears }: Draft, year: number) {
  const { t } = useTranslation("calendar");
  const confirmed = useConfirmed();
  const [loadHolidays] = useCommand(LoadHolidaysDocument);
  const [setCalendarDays] = useCommand(SetCalendarDaysDocument);
  const [discardCalendarDraft] = useCommand(DiscardCalendarDraftDocument);
  const meant = { id, expectedVersion: version };
  const isAnnounced = announcedYears.includes(year);
  const years = isAnnounced ? announcedYears.filter((each) => each !== year) : [...announcedYears, year];
  const mark = isAnnounced ? "mark.back" : "mark.deed";
  return {
    load: () =>
      confirmed({ title: t("load.deed", { year }), content: t("load.note", { year }) }, () =>
        loadHolidays({ ...meant, year }),
      ),
    markAnnounced: () =>
      confirmed({ title: t(mark, { year }), content: t("mark.note", { year }) }, () =>
        setCalendarDays({ ...meant, days: [], announcedYears: years }),
      ),
    discard: () =>
      confirmed(
        { title: t("discard.title", { number }), content: t("discard.note"), okText: t("discard.ok"), danger: true },
        () => discardCalendarDraft(meant),
      ),
  };
}
