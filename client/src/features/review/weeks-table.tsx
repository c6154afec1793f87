import { type HTMLAttributes, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { keyScrolled } from "../../ui/key-scrolled.ts";
import { useCellWalk } from "./use-cell-walk.ts";
import { lastDayOf } from "./weeks.ts";

interface WeekRow<C> {
  id: string;
  head: ReactNode;
  /** By the week's Monday: not every row has all weeks. */
  cells: ReadonlyMap<string, C>;
}

interface WeeksTableProps<C> {
  name: string;
  /** What the rows are. */
  head: string;
  rows: readonly WeekRow<C>[];
  weeks: readonly string[];
  /** Where a row has no cell. */
  absent?: ReactNode;
  /** Beside the week's name. */
  renderBesideWeek?: (week: string) => ReactNode;
  renderCell: (cell: C, walked: HTMLAttributes<HTMLElement>) => ReactNode;
}

/** Rows by weeks; heads and names stay where they are. */
export function WeeksTable<C extends { weekName: string }>(props: WeeksTableProps<C>) {
  const { name, head, rows, weeks, absent = "—", renderBesideWeek, renderCell } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = useCellWalk(body, rows.length, weeks.length);
  return (
    <div className="review-matrix" ref={scrolledToLast} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {weeks.map((week) => (
              <th key={week} scope="col">
                <WeekHead week={week} name={rows.map(({ cells }) => cells.get(week)?.weekName).find(Boolean) ?? week} />
                {renderBesideWeek?.(week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">{row.head}</th>
              {weeks.map((week, column) => {
                const cell = row.cells.get(week);
                return (
                  <td key={week} data-place={`${index} ${column}`}>
                    {cell ? renderCell(cell, walk(index, column)) : absent}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where there is no room for all weeks, the last are in sight first. */
function scrolledToLast(element: HTMLElement | null) {
  if (element) element.scrollLeft = element.scrollWidth;
  return keyScrolled(element);
}

function WeekHead({ week, name }: { week: string; name: string }) {
  const { t } = useTranslation("review");
  return (
    <>
      <span className="numeric">{name}</span>
      <span className="note numeric">{t("days", { first: week.slice(5), last: lastDayOf(week).slice(5) })}</span>
    </>
  );
}
