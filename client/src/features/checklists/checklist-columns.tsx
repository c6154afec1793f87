import type { ChecklistOrder, ChecklistsQuery } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/data-table.tsx";
import { ChecklistLight } from "./checklist-light.tsx";
import { useChecklistWords } from "./use-checklist-words.ts";

type Row = ChecklistsQuery["checklistTemplates"]["nodes"][number];

/** What holds, or what the draft says where nothing holds yet. */
const shownOf = ({ versions }: Row) => versions.find(({ isInForce }) => isInForce) ?? versions[0];

export function useChecklistColumns(): Column<Row, ChecklistOrder>[] {
  const { t } = useTranslation(["checklists", "words"]);
  const { recurrenceWords, owerWords } = useChecklistWords();
  return [
    {
      key: "name",
      title: t("name"),
      order: "NAME",
      width: 220,
      render: ({ name }) => <span className="checklists-name">{name}</span>,
      file: "name",
    },
    { key: "code", title: t("code"), order: "CODE", width: 130, render: ({ code }) => code, file: "code" },
    {
      key: "state",
      order: "STATE",
      title: t("state"),
      width: 150,
      render: (row) => <ChecklistLight checklist={row} />,
      file: [
        { path: "retiredAt", words: { "*": t("retired") } },
        { path: "versions[isInForce=true].number", words: { "*": t("inForce", { number: "{}" }) } },
        { path: "versions[state=DRAFT].number", words: { "*": t("draftOf", { number: "{}" }) } },
      ],
    },
    {
      key: "recurrence",
      title: t("recurrence.title"),
      width: 210,
      render: (row) => {
        const shown = shownOf(row);
        return shown && recurrenceWords(shown.recurrence ?? null, shown.onClosedDay);
      },
      file: "versions[isInForce=true].recurrence",
    },
    {
      key: "owers",
      title: t("owers"),
      width: 220,
      render: (row) => shownOf(row)?.owers.map(owerWords).join(t("and")) || t("nobody"),
      file: {
        path: "versions[isInForce=true].owers",
        parts: [
          { path: "duty", words: t("words:duty", { returnObjects: true }) },
          { path: "gridKind", words: t("words:gridKind", { returnObjects: true }) },
        ],
      },
    },
    {
      key: "burden",
      title: t("burden"),
      width: 110,
      render: (row) => t("minutes", { count: shownOf(row)?.burdenMinutes ?? 0 }),
      file: "versions[isInForce=true].burdenMinutes",
    },
    {
      key: "whose",
      title: t("whose"),
      render: ({ isOfBureau, station }) => (isOfBureau ? t("ofBureau") : (station?.name ?? t("ofAnother"))),
      file: [{ path: "isOfBureau", words: { true: t("ofBureau"), false: "" } }, "station.name"],
    },
  ];
}
