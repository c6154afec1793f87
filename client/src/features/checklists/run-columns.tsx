import type { ChecklistRunOrder, ChecklistRunsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { Light } from "../../ui/light.tsx";
import { WorkAddress, WorkAnswerers } from "../../ui/work/work-address.tsx";
import { WorkLight } from "../../ui/work/work-light.tsx";
import { useWorkFiles } from "../../ui/work/work-files.ts";
import { useWorkWords } from "../../ui/work/work-words.ts";

type Run = ChecklistRunsQuery["checklistRuns"]["nodes"][number];

export function useRunColumns(): Column<Run, ChecklistRunOrder>[] {
  const { t } = useTranslation(["checklists", "work"]);
  const { stateOf } = useWorkWords();
  const files = useWorkFiles();
  return [
    {
      key: "day",
      title: t("runs.day"),
      order: "DAY",
      width: 120,
      render: ({ occurrenceOn }) => <DateText value={occurrenceOn} />,
      file: "occurrenceOn",
    },
    {
      key: "title",
      names: "all of it",
      title: t("one"),
      order: "NUMBER",
      width: 240,
      render: ({ title, number }) => (
        <span className="checklists-run">
          <span>{title}</span>
          <span className="note numeric">{number}</span>
        </span>
      ),
      file: ["title", "number"],
    },
    {
      key: "address",
      title: t("work:addressLabel"),
      width: 220,
      render: (run) => <WorkAddress address={run} />,
      file: files.address,
    },
    {
      key: "answerer",
      title: t("work:answererLabel"),
      width: 170,
      render: (run) => <WorkAnswerers item={run} />,
      file: files.answerers,
    },
    {
      key: "state",
      title: t("work:stateLabel"),
      order: "STATE",
      width: 110,
      render: stateOf,
      file: files.state,
    },
    {
      key: "light",
      title: t("work:lightLabel"),
      width: 160,
      render: (run) => (
        <span className="checklists-lights">
          {run.isOpen ? <WorkLight item={run} /> : null}
          {run.missedAt ? <Light tone="bad">{t("runs.missed")}</Light> : null}
          {run.isLate && !run.missedAt && !run.isOpen ? <Light tone="soon">{t("runs.late")}</Light> : null}
        </span>
      ),
      file: [
        ...files.light,
        { path: "missedAt", words: { "*": t("runs.missed") } },
        { path: "isLate", words: { true: t("runs.late"), false: "" } },
      ],
    },
    {
      key: "ends",
      title: t("runs.ends"),
      render: ({ windowEndsOn }) => <DateText value={windowEndsOn} />,
      file: "windowEndsOn",
    },
  ];
}
