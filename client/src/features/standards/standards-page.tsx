import { StandardsDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { startOfDay, today } from "../../lib/dates.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { AwaitData } from "../../ui/await-data.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { DutyHoldersSection } from "./duty-holders-section.tsx";
import { postOf } from "./post.ts";
import { PostDrawer } from "./post-drawer.tsx";
import { PresetDialog } from "./preset-dialog.tsx";
import { type StandardSearch, standardsRoute } from "./routes.tsx";
import { StandardsMatrix } from "./standards-matrix.tsx";
import "./standards.css";

export function StandardsPage() {
  const { t } = useTranslation(["standards", "page"]);
  const { bureau } = useViewer();
  const { on, open: openKey, preset } = standardsRoute.useSearch();
  const { patch, open, close } = usePatch<StandardSearch>();
  const [isPresetting, setPresetting] = useState(preset === true);
  const read = useRead(StandardsDocument, { at: on && startOfDay(on) });
  return (
    <>
      <PageHeader
        title={t("page:standards.title")}
        note={t("note")}
        actions={
          may(bureau, "MANAGE_STANDARDS") ? (
            <Button type="primary" onClick={() => setPresetting(true)}>
              {t("preset.apply")}
            </Button>
          ) : undefined
        }
      />
      <FilterBar label={t("filter")}>
        <DayField
          label={t("on")}
          value={on ?? today()}
          onChange={(day) => patch({ on: day === today() ? undefined : day })}
        />
        <span className="note">{t(on ? "onDay" : "onToday")}</span>
      </FilterBar>
      <AwaitData read={read}>
        {(data) => (
          <>
            <StandardsMatrix
              standards={data.staffingStandards}
              openKey={openKey}
              onOpen={(key) => open({ open: key })}
            />
            <DutyHoldersSection holders={data.dutyHolders} />
          </>
        )}
      </AwaitData>
      <PostDrawer post={postOf(openKey)} onClose={() => close("open")} />
      <PresetDialog
        open={isPresetting && may(bureau, "MANAGE_STANDARDS")}
        onClose={() => {
          setPresetting(false);
          if (preset) patch({ preset: undefined });
        }}
      />
    </>
  );
}
