import { StationMatrixDocument, type StationMatrixQuery } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import type { HTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { Light } from "../../ui/light.tsx";
import { countsOf, rowsBy } from "./matrix.ts";
import { OnlyBar } from "./only-bar.tsx";
import type { Only } from "./routes.tsx";
import { weeksOf } from "./to-sign.ts";
import { WeekCounts } from "./week-cell.tsx";
import { isOver } from "./weeks.ts";
import { WeeksTable } from "./weeks-table.tsx";

type Cell = StationMatrixQuery["stationMatrix"][number];

/** The stations in sight by weeks: what their members' weeks come to. Each cell leads to the station's members. */
export function StationMatrix({ weeks, only }: { weeks: readonly string[]; only: Only | undefined }) {
  const { t } = useTranslation("review");
  const read = useRead(StationMatrixDocument, { from: weeks[0]!, weeks: weeks.length });
  return (
    <AwaitData read={read} rows={12}>
      {({ stationMatrix }) =>
        only ? (
          <ToSign cells={stationMatrix} weeks={weeks} only={only} />
        ) : stationMatrix.length > 0 ? (
          <WeeksTable
            name={t("matrix.stations")}
            head={t("station")}
            rows={rowsBy(stationMatrix, ({ station }) => station).map(({ of, cells }) => ({
              id: of.id,
              head: of.name,
              cells,
            }))}
            weeks={weeks}
            renderCell={(cell, walked) => <StationCell cell={cell} walked={walked} to={weeks.at(-1)!} />}
          />
        ) : (
          <EmptyNote title={t("matrix.noStation")} />
        )
      }
    </AwaitData>
  );
}

const sumOf = (cells: Iterable<Cell>, only: Only) => [...cells].reduce((sum, cell) => sum + cell[only], 0);

/** How many weeks are the viewer's to sign at each station: each figure leads to its weeks. */
function ToSign({ cells, weeks, only }: { cells: readonly Cell[]; weeks: readonly string[]; only: Only }) {
  const { t } = useTranslation("review");
  const counted = cells.filter((cell) => cell[only] > 0);
  const tone = only === "overdue" ? "bad" : "accent";
  return (
    <>
      <OnlyBar only={only} count={sumOf(counted, only)} />
      {counted.length > 0 ? (
        <WeeksTable
          name={t("matrix.stations")}
          head={t("station")}
          rows={rowsBy(counted, ({ station }) => station).map(({ of, cells: own }) => ({
            id: of.id,
            head: (
              <Link to="/review" search={{ unit: of.id, to: weeks.at(-1)!, only }}>
                {of.name} {t("only.of", { count: sumOf(own.values(), only) })}
              </Link>
            ),
            cells: own,
          }))}
          weeks={weeksOf(counted, weeks, only)}
          absent={null}
          renderCell={(cell, walked) => (
            <Link
              to="/review"
              search={{ unit: cell.station.id, week: cell.week, only }}
              className="review-cell"
              {...walked}
            >
              <span className="unseen">{t("matrix.of", { name: cell.station.name, week: cell.weekName })}</span>
              <Light tone={tone}>{t("only.of", { count: cell[only] })}</Light>
            </Link>
          )}
        />
      ) : null}
    </>
  );
}

interface StationCellProps {
  cell: Cell;
  walked: HTMLAttributes<HTMLElement>;
  /** The last week that is shown. */
  to: string;
}

function StationCell({ cell, walked, to }: StationCellProps) {
  const { t } = useTranslation("review");
  const { members, signed, blank, station, week, weekName } = cell;
  const areAllSigned = signed === members;
  return (
    <Link to="/review" search={{ unit: station.id, to }} className="review-cell" {...walked}>
      <span className="unseen">{t("matrix.of", { name: station.name, week: weekName })}</span>
      <Light tone={areAllSigned ? "good" : isOver(week) ? "soon" : "quiet"}>
        {t("matrix.signedOf", { signed, members })}
      </Light>
      {blank > 0 ? <Light tone={isOver(week) ? "bad" : "quiet"}>{t("matrix.blankOf", { count: blank })}</Light> : null}
      <WeekCounts told={countsOf(cell)} />
    </Link>
  );
}
