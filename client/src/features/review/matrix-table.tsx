import { useTranslation } from "react-i18next";
import { PersonName } from "../../ui/person-name.tsx";
import type { MemberRow } from "./matrix.ts";
import { SignCleanButton } from "./sign-clean-button.tsx";
import type { SignAnswers } from "./sign-answers.tsx";
import type { Only } from "./routes.tsx";
import { WeekCell } from "./week-cell.tsx";
import { isOver } from "./weeks.ts";
import { WeeksTable } from "./weeks-table.tsx";

interface MatrixTableProps {
  rows: readonly MemberRow[];
  weeks: readonly string[];
  station: { id: string; name: string; viewerMay: readonly string[] };
  onSigned: (answers: SignAnswers) => void;
  /** Of these weeks alone the rows tell. */
  only?: Only | undefined;
}

/** Members by weeks. */
export function MatrixTable({ rows, weeks, station, onSigned, only }: MatrixTableProps) {
  const { t } = useTranslation("review");
  return (
    <WeeksTable
      name={t("matrix.name")}
      head={t("matrix.member")}
      rows={rows.map(({ member, cells }) => ({
        id: member.id,
        head: <PersonName name={member.name} badge={member.badge} />,
        cells,
      }))}
      weeks={weeks}
      absent={only ? null : "—"}
      renderBesideWeek={(week) =>
        isOver(week) && rows.some(({ cells }) => cells.get(week)?.signedAt === null) ? (
          <SignCleanButton station={station} week={week} onSigned={onSigned} />
        ) : null
      }
      renderCell={(cell, walked) => <WeekCell cell={cell} unitId={station.id} walked={walked} />}
    />
  );
}
