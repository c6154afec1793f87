import { CalendarDocument } from "@maple-bridge/schema/documents";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DraftButton } from "./draft-button.tsx";
import { DraftSection } from "./draft-section.tsx";
import { PublishedSection } from "./published-section.tsx";
import { RevisionSection } from "./revision-section.tsx";
import { type CalendarSearch, calendarRoute } from "./routes.tsx";
import { YearPicker } from "./year-picker.tsx";
import "./calendar.css";

export function CalendarPage() {
  const { t } = useTranslation(["calendar", "shell", "page"]);
  const { year = Number(today().slice(0, 4)), show } = calendarRoute.useSearch();
  const { patch } = usePatch<CalendarSearch>();
  const read = useRead(CalendarDocument, { year });
  const draft = read.data?.calendarDraft;
  return (
    <>
      <PageHeader
        title={t("page:calendar.title")}
        note={t("note")}
        actions={read.data && !draft ? <DraftButton onBegun={() => patch({ show: undefined })} /> : undefined}
      />
      <FilterBar label={t("filter")}>
        <YearPicker year={year} onChange={(next) => patch({ year: next })} />
        {draft ? (
          <Segmented
            aria-label={t("show")}
            value={show ?? "draft"}
            onChange={(next) => patch({ show: next === "inForce" ? next : undefined })}
            options={[
              { value: "inForce", label: t("inForce") },
              { value: "draft", label: t("draft.one") },
            ]}
          />
        ) : null}
      </FilterBar>
      <AwaitData read={read}>
        {({ calendar, calendarDraft, calendarRevisions }) => (
          <>
            {calendarDraft ? <DraftSection draft={calendarDraft} before={calendar} year={year} /> : null}
            <RevisionSection revision={calendarDraft && !show ? calendarDraft : calendar} year={year} />
            <PublishedSection revisions={calendarRevisions} />
          </>
        )}
      </AwaitData>
    </>
  );
}
