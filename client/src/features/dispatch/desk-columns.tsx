import type { WorkItemsQuery, WorkOrder } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import type { Column } from "../../ui/data-table.tsx";
import { DateText } from "../../ui/date-text.tsx";
import { DueTime } from "../../ui/work/due-time.tsx";
import { WorkAddress, WorkAnswerers } from "../../ui/work/work-address.tsx";
import { WorkLight } from "../../ui/work/work-light.tsx";
import { WorkMarks } from "../../ui/work/work-marks.tsx";
import { useWorkFiles } from "../../ui/work/work-files.ts";
import { useWorkWords } from "../../ui/work/work-words.ts";
import "./dispatch.css";

type Line = WorkItemsQuery["workItems"]["nodes"][number];

export const usualColumns = ["light", "title", "kind", "state", "address", "answerer", "due"];

export function useDeskColumns(): Column<Line, Exclude<WorkOrder, "NOBODYS_FIRST">>[] {
  const { t } = useTranslation("work");
  const { kindOf, stateOf } = useWorkWords();
  const files = useWorkFiles();
  return [
    {
      key: "light",
      title: t("lightLabel"),
      width: 120,
      render: (item) => <WorkLight item={item} />,
      file: files.light,
    },
    {
      key: "title",
      names: "all of it",
      title: t("title"),
      order: "NUMBER",
      width: 330,
      render: (item) => (
        <span className="dispatch-title">
          <span>{item.title}</span>
          <span className="note numeric">{item.number}</span>
          <WorkMarks item={item} />
        </span>
      ),
      file: ["title", "number"],
    },
    {
      key: "kind",
      // Orders are of kinds of their own.
      saidBy: ({ filters: { kind } }) => kind !== undefined && kind !== "ORDER",
      title: t("kindLabel"),
      width: 100,
      render: kindOf,
      file: files.kind,
    },
    { key: "state", title: t("stateLabel"), order: "STATE", width: 110, render: stateOf, file: files.state },
    {
      key: "address",
      title: t("addressLabel"),
      width: 220,
      render: (item) => <WorkAddress address={item} />,
      file: files.address,
    },
    {
      key: "answerer",
      title: t("answererLabel"),
      width: 160,
      render: (item) => <WorkAnswerers item={item} />,
      file: files.answerers,
    },
    {
      key: "due",
      title: t("dueLabel"),
      order: "DUE",
      width: 140,
      render: ({ id, nextDueAt }) => <DueTime itemId={id} dueAt={nextDueAt} />,
      file: "nextDueAt",
    },
    {
      key: "issued",
      title: t("issuedAt"),
      order: "NEWEST",
      width: 140,
      render: ({ issuedAt }) => <DateText value={issuedAt} minutes />,
      file: "issuedAt",
    },
    {
      key: "returns",
      title: t("returns"),
      order: "RETURNS",
      width: 100,
      numeric: true,
      render: ({ returns }) => countText(returns),
      file: "returns",
    },
    {
      key: "touched",
      title: t("lastEventAt"),
      order: "SILENT",
      width: 140,
      render: ({ lastEvent }) => <DateText value={lastEvent?.at ?? null} minutes />,
      file: "lastEvent.at",
    },
    {
      key: "station",
      saidBy: ({ isOneStation }) => isOneStation,
      title: t("station"),
      width: 140,
      render: ({ station }) => station?.name,
      file: "station.name",
    },
  ];
}
