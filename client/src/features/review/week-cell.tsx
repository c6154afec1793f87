import { Link } from "@tanstack/react-router";
import type { HTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import { type Cell, type Count, countsOf, countTones } from "./matrix.ts";
import type { WeekSearch } from "./routes.tsx";
import { isOver } from "./weeks.ts";

interface WeekCellProps {
  cell: Cell;
  unitId: string;
  /** By which keys come to it and go on. */
  walked: HTMLAttributes<HTMLElement>;
}

/** A week in figures, each with its word: it leads to the week, and each figure to the lines that it counts. */
export function WeekCell({ cell, unitId, walked }: WeekCellProps) {
  const { t } = useTranslation("review");
  const told = countsOf(cell);
  const blank = cell.lines === 0 ? t("matrix.blank") : undefined;
  const signed = cell.signedAt ? t("matrix.signed") : undefined;
  const away = cell.daysAway > 0 ? t("matrix.away", { count: cell.daysAway }) : undefined;
  const toSign = cell.toSign ? t(`toSign.${cell.toSign}`) : undefined;
  const isNothing = !signed && !blank && !away && told.length === 0;
  const week: WeekSearch = { member: cell.member?.id, unit: unitId, week: cell.week };
  return (
    <div className="review-cell">
      <Link to="/review/week" search={week} className="review-whole" {...walked}>
        <span className="unseen">
          {t("matrix.of", { name: cell.member?.name, week: cell.weekName })}{" "}
          {[signed, toSign, away, blank].filter(Boolean).join(" ")}
        </span>
      </Link>
      <span className="review-lights" aria-hidden="true">
        {signed ? <Light tone="good">{signed}</Light> : null}
        {toSign ? <Light tone={cell.toSign === "OVERDUE" ? "bad" : "accent"}>{toSign}</Light> : null}
        {away ? <Light tone="quiet">{away}</Light> : null}
        {blank ? <Light tone={isOver(cell.week) && !away ? "bad" : "quiet"}>{blank}</Light> : null}
        {isNothing ? <span className="note">{t("matrix.nothing")}</span> : null}
      </span>
      <WeekCounts told={told} week={week} isAside />
    </div>
  );
}

interface WeekCountsProps {
  told: ReturnType<typeof countsOf>;
  /** The week whose lines each figure leads to. */
  week?: WeekSearch;
  /** The figure whose lines are shown. */
  only?: Count | undefined;
  /** Keys go to the week itself. */
  isAside?: boolean;
}

/** Figures, each with its word. */
export function WeekCounts({ told, week, only, isAside }: WeekCountsProps) {
  return told.map(({ name, count }) =>
    week ? (
      <Link
        key={name}
        to="/review/week"
        search={{ ...week, only: name }}
        className="review-figure"
        tabIndex={isAside ? -1 : undefined}
        aria-current={name === only ? "true" : undefined}
      >
        <WeekCount name={name} count={count} />
      </Link>
    ) : (
      <WeekCount key={name} name={name} count={count} />
    ),
  );
}

function WeekCount({ name, count }: { name: Count; count: number }) {
  const { t } = useTranslation("review");
  const text = t(`count.${name}`, { count });
  return name === "done" ? <span className="note">{text}</span> : <Light tone={countTones[name]}>{text}</Light>;
}
