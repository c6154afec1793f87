import { Link } from "@tanstack/react-router";
import type { HTMLAttributes } from "react";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import { type Cell, countsOf, countTones } from "./matrix.ts";
import { isOver } from "./weeks.ts";

interface WeekCellProps {
  cell: Cell;
  unitId: string;
  /** By which keys come to it and go on. */
  walked: HTMLAttributes<HTMLElement>;
}

/** A week in figures, each with its word; it leads to the week. */
export function WeekCell({ cell, unitId, walked }: WeekCellProps) {
  const { t } = useTranslation("review");
  const told = countsOf(cell);
  const blank = cell.lines === 0 ? t("matrix.blank") : undefined;
  const signed = cell.signedAt ? t("matrix.signed") : undefined;
  const away = cell.daysAway > 0 ? t("matrix.away", { count: cell.daysAway }) : undefined;
  const isNothing = !signed && !blank && !away && told.length === 0;
  return (
    <Link
      to="/review/week"
      search={{ member: cell.member?.id, unit: unitId, week: cell.week }}
      className="review-cell"
      {...walked}
    >
      <span className="unseen">{t("matrix.of", { name: cell.member?.name, week: cell.weekName })}</span>
      {signed ? <Light tone="good">{signed}</Light> : null}
      {away ? <Light tone="quiet">{away}</Light> : null}
      {blank ? <Light tone={isOver(cell.week) && !away ? "bad" : "quiet"}>{blank}</Light> : null}
      <WeekCounts told={told} />
      {isNothing ? <span className="note">{t("matrix.nothing")}</span> : null}
    </Link>
  );
}

/** Figures, each with its word. */
export function WeekCounts({ told }: { told: ReturnType<typeof countsOf> }) {
  const { t } = useTranslation("review");
  return told.map(({ name, count }) =>
    name === "done" ? (
      <span key={name} className="note">
        {t("count.done", { count })}
      </span>
    ) : (
      <Light key={name} tone={countTones[name]}>
        {t(`count.${name}`, { count })}
      </Light>
    ),
  );
}
