import type { ChecklistOrder, ChecklistsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { ChecklistLight } from "./checklist-light.tsx";
import { useChecklistWords } from "./use-checklist-words.ts";

type Row = ChecklistsQuery["checklistTemplates"]["nodes"][number];

/** What holds, or what the draft says where nothing holds yet. */
const shownOf = ({ versions }: Row) => versions.find(({ isInForce }) => isInForce) ?? versions[0];

export function useChecklistColumns(): Column<Row, ChecklistOrder>[] {
  const { t } = useTranslation("checklists");
  const { recurrenceWords, owerWords } = useChecklistWords();
  return [
    {
      key: "name",
      title: t("name"),
      order: "NAME",
      width: 220,
      render: ({ name }) => <span className="checklists-name">{name}</span>,
    },
    { key: "code", title: t("code"), order: "CODE", width: 130, render: ({ code }) => code },
    { key: "state", title: t("state"), width: 150, render: (row) => <ChecklistLight checklist={row} /> },
    {
      key: "recurrence",
      title: t("recurrence.title"),
      width: 210,
      render: (row) => {
        const shown = shownOf(row);
        return shown && recurrenceWords(shown.recurrence ?? null, shown.onClosedDay);
      },
    },
    {
      key: "owers",
      title: t("owers"),
      width: 220,
      render: (row) => shownOf(row)?.owers.map(owerWords).join(t("and")) || t("nobody"),
    },
    {
      key: "burden",
      title: t("burden"),
      width: 110,
      render: (row) => t("minutes", { count: shownOf(row)?.burdenMinutes ?? 0 }),
    },
    {
      key: "whose",
      title: t("whose"),
      render: ({ isOfBureau, station }) => (isOfBureau ? t("ofBureau") : (station?.name ?? t("ofAnother"))),
    },
  ];
}
