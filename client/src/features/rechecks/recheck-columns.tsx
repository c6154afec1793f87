import type { RecheckOrder, RecheckRowFragment } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../lib/viewer.tsx";
import { type Column, personAt } from "../../ui/table-columns.ts";
import { DateText } from "../../ui/date-text.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { monthShown } from "./months.ts";
import { RecheckLight } from "./recheck-light.tsx";

const unseen = "—";
type Person = RecheckRowFragment["checker"];
export const nameOf = (person: Person) => (person ? <PersonName {...person} /> : unseen);

export function useRecheckColumns(): Column<RecheckRowFragment, RecheckOrder>[] {
  const { t } = useTranslation("rechecks");
  const { memberId } = useViewer();
  return [
    {
      key: "month",
      saidBy: "month",
      title: t("month"),
      order: "MONTH",
      width: 100,
      render: ({ month }) => <span className="numeric">{monthShown(month)}</span>,
      file: "month",
    },
    {
      key: "work",
      names: "all of it",
      title: t("work"),
      width: 260,
      render: ({ item }) =>
        item ? (
          <span className="rechecks-work">
            <span>{item.title}</span>
            <span className="note numeric">{item.number}</span>
          </span>
        ) : (
          unseen
        ),
      file: ["item.title", "item.number"],
    },
    {
      key: "outcome",
      order: "OUTCOME",
      saidBy: ({ filters: { outcome, undone } }) => outcome !== undefined || undone !== undefined,
      title: t("result"),
      width: 110,
      render: ({ outcome }) => <RecheckLight outcome={outcome} />,
      file: { path: "outcome", words: { "": t("undone"), ...t("outcome", { returnObjects: true }) } },
    },
    {
      key: "checker",
      saidBy: ({ filters }) => filters["mine"] !== undefined && Boolean(memberId),
      title: t("checker"),
      width: 150,
      render: ({ checker }) => nameOf(checker),
      file: personAt("checker"),
    },
    { key: "doneBy", title: t("doneBy"), width: 150, render: ({ doneBy }) => nameOf(doneBy), file: personAt("doneBy") },
    {
      key: "station",
      saidBy: ({ isOneStation }) => isOneStation,
      title: t("station"),
      width: 160,
      render: ({ station }) => station?.name ?? unseen,
      file: "station.name",
    },
    {
      key: "closed",
      title: t("closedOn"),
      order: "CLOSED",
      render: ({ closedOn }) => <DateText value={closedOn} />,
      file: "closedOn",
    },
  ];
}
