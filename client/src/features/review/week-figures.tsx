import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Line } from "./columns.ts";
import { type Count, countsIn } from "./matrix.ts";
import type { WeekSearch } from "./routes.tsx";
import { WeekCounts } from "./week-cell.tsx";

interface WeekFiguresProps {
  lines: readonly Line[];
  week: WeekSearch;
  /** Whose lines alone are shown. */
  only: Count | undefined;
}

/** What the week comes to, as its matrix has it: each figure leaves the lines that it counts. */
export function WeekFigures({ lines, week, only }: WeekFiguresProps) {
  const { t } = useTranslation("review");
  const told = countsIn(lines);
  if (told.length === 0 && !only) return null;
  return (
    <nav className="review-figures" aria-label={t("figures.name")}>
      <WeekCounts told={told} week={week} only={only} />
      {only ? (
        <Link to="/review/week" search={week}>
          {t("figures.all", { count: lines.length })}
        </Link>
      ) : null}
    </nav>
  );
}
