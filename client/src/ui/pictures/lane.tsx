import { ComingDaysDocument } from "@maple-bridge/schema/documents";
import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { dayAfter, startOfDay, today } from "../../lib/dates.ts";
import { comingKinds } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { countText } from "../../lib/numbers.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../await-data.tsx";
import { Scrolled } from "../scrolled.tsx";
import { type Mark, marksOf, type Week, weeksFrom } from "./lane.ts";
import "./lane.css";

const LaneChart = lazily(() => import("./lane-chart.tsx"), "LaneChart");

/** What begins, ends and leaves in the next ninety days, by weeks; each mark opens its rows. */
export function Lane() {
  const { t } = useTranslation("pictures");
  const weeks = weeksFrom(today());
  const read = useRead(ComingDaysDocument, { before: startOfDay(dayAfter(weeks.at(-1)!.to, 1)) });
  return (
    <AwaitData read={read} rows={5}>
      {({ comingDays }) => {
        const marks = marksOf(comingDays, weeks);
        if (marks.length === 0) return <p className="note">{t("lane.none")}</p>;
        return (
          <>
            <p className="note lane-note">{t("lane.note")}</p>
            <Suspense fallback={<Skeleton.Node active className="lane-chart" />}>
              <LaneChart marks={marks} weeks={weeks} />
            </Suspense>
            <LaneTable marks={marks} weeks={weeks} />
          </>
        );
      }}
    </AwaitData>
  );
}

interface LaneProps {
  marks: readonly Mark[];
  weeks: readonly Week[];
}

function LaneTable({ marks, weeks }: LaneProps) {
  const { t } = useTranslation(["pictures", "words"]);
  return (
    <details className="lane-details">
      <summary>{t("lane.table")}</summary>
      <Scrolled name={t("lane.title")}>
        <table className="lane-table" aria-label={t("lane.title")}>
          <thead>
            <tr>
              <th scope="col">{t("lane.week")}</th>
              {comingKinds.map((kind) => (
                <th key={kind} scope="col">
                  {t(`words:comingKind.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from, to }) => (
              <tr key={from}>
                <th scope="row">{t("lane.from", { from, to })}</th>
                {comingKinds.map((kind) => (
                  <td key={kind}>
                    <Count mark={marks.find((mark) => mark.kind === kind && mark.from === from)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

function Count({ mark }: { mark: Mark | undefined }) {
  const { t } = useTranslation(["pictures", "words"]);
  if (!mark) return <span className="absent">—</span>;
  const { kind, from, to } = mark;
  const count = countText(mark.count);
  return (
    <Link
      to="/grids/coming"
      search={{ kind, from, to }}
      aria-label={t("lane.opens", { kind: t(`words:comingKind.${kind}`), from, to, count })}
    >
      {count}
    </Link>
  );
}
