import { UnitChoicesDocument, WeekMatrixDocument } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { may } from "../../lib/viewer.tsx";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { ExportButtons } from "./export-buttons.tsx";
import { type Cell, rowsOf } from "./matrix.ts";
import { MatrixTable } from "./matrix-table.tsx";
import { type MatrixSearch, type Only, reviewRoute } from "./routes.tsx";
import { StationMatrix } from "./station-matrix.tsx";
import { SchemeButton } from "./scheme-button.tsx";
import { type SignAnswers, SignAnswersNote } from "./sign-answers.tsx";
import { OnlyBar } from "./only-bar.tsx";
import { cellsOf, weeksOf } from "./to-sign.ts";
import { isOver, thisWeek, weekAfter } from "./weeks.ts";
import "./review.css";

const stations = { kind: "STATION", openOnly: true } as const;
const weeksShown = 8;

/** The station's members by weeks: where there is nothing, and where something is late, missed or waits. */
export function MatrixPage() {
  const { t } = useTranslation(["review", "page"]);
  const { unit, by, only, week, to = only ? weekAfter(thisWeek(), -1) : thisWeek() } = reviewRoute.useSearch();
  const weeks = week ? [week] : weeksTo(to);
  const isByStation = by === "stations";
  const { patch } = usePatch<MatrixSearch>();
  const beginning = useRead(UnitChoicesDocument, { filter: stations, first: 1 }, unit !== undefined || isByStation);
  const unitId = unit ?? beginning.data?.units.nodes[0]?.id;
  return (
    <>
      <PageHeader
        title={t("page:review.title")}
        note={t(isByStation ? "matrix.stationsNote" : "matrix.note")}
        actions={unitId && !isByStation ? <SchemeButton unitId={unitId} /> : null}
      />
      <FilterBar label={t("filter")}>
        <Button
          aria-pressed={isByStation}
          onClick={() => patch({ by: isByStation ? undefined : "stations", week: undefined })}
        >
          {t(isByStation ? "matrix.byMember" : "matrix.byStation")}
        </Button>
        {isByStation ? null : (
          <UnitSelect
            label={t("station")}
            filter={stations}
            value={unitId}
            onChange={(next) => patch({ unit: next })}
          />
        )}
        <Button onClick={() => patch({ to: weekAfter(to, 1 - weeksShown), week: undefined })}>
          {t("matrix.earlier")}
        </Button>
        <Button disabled={to >= thisWeek()} onClick={() => patch({ to: laterOf(to), week: undefined })}>
          {t("matrix.later")}
        </Button>
        <span className="keys">
          <kbd>j</kbd> <kbd>k</kbd> <kbd>←</kbd> <kbd>→</kbd> {t("keys.walk")} · <kbd>Enter</kbd> {t("keys.open")}
        </span>
      </FilterBar>
      {isByStation ? (
        <StationMatrix weeks={weeks} only={only} />
      ) : unitId ? (
        <Matrix key={unitId} unitId={unitId} weeks={weeks} only={only} />
      ) : (
        <AwaitData read={beginning}>{() => <EmptyNote title={t("matrix.noStation")} />}</AwaitData>
      )}
    </>
  );
}

/** Undefined is this week. */
function laterOf(to: string) {
  const later = weekAfter(to, weeksShown - 1);
  return later < thisWeek() ? later : undefined;
}

const weeksTo = (to: string) => Array.from({ length: weeksShown }, (_, index) => weekAfter(to, index + 1 - weeksShown));

const nameIn = (cells: readonly Cell[], monday: string) =>
  cells.find(({ week }) => week === monday)?.weekName ?? monday;

const countsOf = (cells: readonly Cell[]) => ({
  count: cells.length,
  unseen: cells.filter(({ member }) => !member).length,
});

function Matrix({ unitId, weeks, only }: { unitId: string; weeks: readonly string[]; only: Only | undefined }) {
  const { t } = useTranslation("review");
  const [signed, setSigned] = useState<SignAnswers>();
  const over = weeks.findLast(isOver);
  const read = useRead(WeekMatrixDocument, { unitId, from: weeks[0]!, weeks: weeks.length });
  return (
    <>
      <SignAnswersNote signed={signed} unitId={unitId} onClose={() => setSigned(undefined)} />
      <AwaitData read={read} rows={12}>
        {({ weekMatrix, unit }) => {
          const cells = cellsOf(weekMatrix, only);
          const rows = rowsOf(cells);
          return unit && weekMatrix.length > 0 ? (
            <>
              {only ? <OnlyBar only={only} {...countsOf(cells)} /> : null}
              {over && rows.length > 0 && may(unit, "REVIEW_WEEKS") ? (
                <div className="review-bar">
                  <span>{t("export.station", { week: nameIn(weekMatrix, over) })}</span>
                  <ExportButtons unitId={unit.id} week={over} />
                </div>
              ) : null}
              {rows.length > 0 ? (
                <MatrixTable
                  rows={rows}
                  weeks={weeksOf(cells, weeks, only)}
                  station={unit}
                  onSigned={setSigned}
                  only={only}
                />
              ) : null}
            </>
          ) : (
            <EmptyNote title={t("matrix.none")} />
          );
        }}
      </AwaitData>
    </>
  );
}
