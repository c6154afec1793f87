import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { keyScrolled } from "../../ui/key-scrolled.ts";
import { PersonName } from "../../ui/person-name.tsx";
import type { MemberRow } from "./matrix.ts";
import { SignCleanButton } from "./sign-clean-button.tsx";
import type { SignAnswers } from "./sign-answers.tsx";
import { useCellWalk } from "./use-cell-walk.ts";
import { WeekCell } from "./week-cell.tsx";
import { isOver, lastDayOf } from "./weeks.ts";

interface MatrixTableProps {
  rows: readonly MemberRow[];
  weeks: readonly string[];
  station: { id: string; name: string; viewerMay: readonly string[] };
  onSigned: (answers: SignAnswers) => void;
}

/** Members by weeks; heads and names stay where they are. */
export function MatrixTable({ rows, weeks, station, onSigned }: MatrixTableProps) {
  const { t } = useTranslation("review");
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = useCellWalk(body, rows.length, weeks.length);
  return (
    <div className="review-matrix" ref={scrolledToLast} role="region" aria-label={t("matrix.name")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("matrix.member")}</th>
            {weeks.map((week) => (
              <th key={week} scope="col">
                <WeekHead week={week} rows={rows} />
                {isOver(week) && rows.some(({ cells }) => cells.get(week)?.signedAt === null) ? (
                  <SignCleanButton station={station} week={week} onSigned={onSigned} />
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ member, cells }, row) => (
            <tr key={member.id}>
              <th scope="row">
                <PersonName name={member.name} badge={member.badge} />
              </th>
              {weeks.map((week, column) => {
                const cell = cells.get(week);
                return (
                  <td key={week} data-place={`${row} ${column}`}>
                    {cell ? <WeekCell cell={cell} unitId={station.id} walked={walk(row, column)} /> : "—"}
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

function WeekHead({ week, rows }: { week: string; rows: readonly MemberRow[] }) {
  const { t } = useTranslation("review");
  const name = rows.map(({ cells }) => cells.get(week)?.weekName).find(Boolean) ?? week;
  return (
    <>
      <span className="numeric">{name}</span>
      <span className="note numeric">{t("days", { first: week.slice(5), last: lastDayOf(week).slice(5) })}</span>
    </>
  );
}
