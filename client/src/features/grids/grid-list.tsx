import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "../../lib/problem.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { GridLight, VacantDuties } from "./grid-light.tsx";
import type { GridLine } from "./grid-line.ts";
import { Holders } from "./holders.tsx";

interface GridListProps {
  rows: readonly GridLine[] | undefined;
  problem: Problem | undefined;
  onRetry: () => void;
  at: string | undefined;
  empty: ReactNode;
  onOpen: (grid: GridLine) => void;
  linkOf: (grid: GridLine) => string;
}

/** The grids where there is no room for a table. */
export function GridList({ rows, problem, onRetry, at, empty, onOpen, linkOf }: GridListProps) {
  const { t } = useTranslation(["grids", "words"]);
  if (problem && !rows) return <ProblemNote problem={problem} onRetry={onRetry} />;
  if (!rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  if (rows.length === 0) return empty;
  return (
    <ul className="grid-list" aria-label={t("title")}>
      {rows.map((grid) => (
        <li key={grid.id}>
          <a
            href={linkOf(grid)}
            onClick={(event) => {
              event.preventDefault();
              onOpen(grid);
            }}
          >
            <span className="grid-list-head">
              <strong>{grid.name}</strong>
              <GridLight grid={grid} at={at} />
            </span>
            <span className="note">
              {grid.station?.name} · {t(`words:gridKind.${grid.kind}`)} · <span className="numeric">{grid.code}</span>
            </span>
            <Holders grid={grid} duty="RESPONSIBLE_OFFICER" />
            <VacantDuties grid={grid} />
          </a>
        </li>
      ))}
    </ul>
  );
}
