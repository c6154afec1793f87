import { CoverageMonthsDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { lazily } from "../../lib/lazily.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { Scrolled } from "../../ui/scrolled.tsx";
import { Section } from "../../ui/section.tsx";
import { momentsOf, type Point, pointsOf } from "./months.ts";

const MonthsChart = lazily(() => import("./months-chart.tsx"), "MonthsChart");

/** Coverage at the ends of twelve months, today, and as the dated assignments have it for six more. */
export function CoverageMonths({ stationId }: { stationId: string | undefined }) {
  const { t } = useTranslation("compare");
  const now = today();
  const read = useRead(CoverageMonthsDocument, { unitId: stationId, ...momentsOf(now) });
  return (
    <Section title={t("months.title")}>
      <p className="note">{t("months.note")}</p>
      <AwaitData read={read} rows={6}>
        {(data) => {
          const points = pointsOf(data, now);
          if (points.every(({ percent }) => percent === undefined)) return <EmptyNote title={t("months.none")} />;
          return (
            <>
              <Suspense fallback={<Skeleton.Node active className="compare-chart" />}>
                <MonthsChart points={points} stationId={stationId} />
              </Suspense>
              <MonthsTable points={points} stationId={stationId} />
            </>
          );
        }}
      </AwaitData>
    </Section>
  );
}

function MonthsTable({ points, stationId }: { points: readonly Point[]; stationId: string | undefined }) {
  const { t } = useTranslation("compare");
  return (
    <details className="compare-details">
      <summary>{t("months.table")}</summary>
      <Scrolled name={t("months.title")}>
        <table className="compare-table">
          <thead>
            <tr>
              <th scope="col">{t("months.day")}</th>
              <th scope="col">{t("figure.requiredAfter")}</th>
              <th scope="col">{t("figure.filledAfter")}</th>
              <th scope="col">{t("months.rate")}</th>
              <th scope="col">{t("months.when")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, required, filled, percent, when }) => (
              <tr key={when + day}>
                <th scope="row">
                  <Link to="/grids" search={{ at: when === "now" ? undefined : day, unit: stationId }}>
                    {day}
                  </Link>
                </th>
                <td>{countText(required)}</td>
                <td>{countText(filled)}</td>
                <td>{percent === undefined ? "—" : `${percent}%`}</td>
                <td>{t(`months.${when}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}
