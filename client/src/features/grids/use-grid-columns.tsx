import type { GridOrder } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { duties } from "../../lib/glossary.ts";
import { countText } from "../../lib/numbers.ts";
import { type Column, personAt } from "../../ui/table-columns.ts";
import { DateText } from "../../ui/date-text.tsx";
import { SeatsOfGrid } from "./grid-light.tsx";
import type { GridLine } from "./grid-line.ts";
import { Holders } from "./holders.tsx";

export const usualColumns = [
  "code",
  "name",
  "station",
  "kind",
  "seats",
  "RESPONSIBLE_OFFICER",
  "households",
  "policeRoom",
];

const counted = (count: number | null) => (count === null ? "—" : countText(count));

export function useGridColumns(at: string | undefined): Column<GridLine, GridOrder>[] {
  const { t } = useTranslation(["grids", "words"]);
  return [
    {
      key: "code",
      title: t("column.code"),
      order: "CODE",
      render: ({ code }) => <span className="numeric">{code}</span>,
      file: "code",
    },
    {
      key: "name",
      title: t("column.name"),
      order: "NAME",
      names: "all of it",
      render: ({ name }) => name,
      file: "name",
    },
    {
      key: "station",
      saidBy: ({ isOneStation }) => isOneStation,
      title: t("column.station"),
      order: "STATION",
      render: ({ station }) => station?.name,
      file: "station.name",
    },
    {
      key: "kind",
      saidBy: ({ filters }) => filters["kind"] !== undefined && filters["complexity"] !== undefined,
      title: t("column.kind"),
      render: ({ kind, complexity }) =>
        complexity === "COMPLEX"
          ? `${t(`words:gridKind.${kind}`)} · ${t("words:complexity.COMPLEX")}`
          : t(`words:gridKind.${kind}`),
      file: [
        { path: "kind", words: t("words:gridKind", { returnObjects: true }) },
        { path: "complexity", words: { ORDINARY: "", COMPLEX: t("words:complexity.COMPLEX") } },
      ],
    },
    {
      key: "seats",
      title: t("column.seats"),
      order: "VACANT",
      render: (grid) => <SeatsOfGrid grid={grid} at={at} />,
      file: [
        { path: "coverage.required", words: { "0": t("words:coverage.none"), "*": t("words:coverage.asked") } },
        { path: "coverage.vacant", words: { "0": "", "*": t("words:coverage.lacking") } },
      ],
    },
    ...duties.map((duty) => ({
      key: duty,
      title: t(`words:duty.${duty}`),
      render: (grid: GridLine) => <Holders grid={grid} duty={duty} />,
      file: personAt(`seats[duty=${duty}].holder`),
    })),
    {
      key: "households",
      title: t("column.households"),
      order: "HOUSEHOLDS",
      numeric: true,
      render: ({ households }) => counted(households),
      file: "households",
    },
    {
      key: "population",
      title: t("column.population"),
      order: "POPULATION",
      numeric: true,
      render: ({ population }) => counted(population),
      file: "population",
    },
    {
      key: "policeRoom",
      saidBy: ({ isOneUnit }) => isOneUnit,
      title: t("column.policeRoom"),
      render: ({ policeRoom }) => policeRoom?.name ?? "—",
      file: "policeRoom.name",
    },
    {
      key: "level",
      title: t("column.level"),
      render: ({ level }) => t(`level.${level === 2 ? "two" : "three"}`),
      file: { path: "level", words: { "2": t("level.two"), "3": t("level.three") } },
    },
    {
      key: "openedOn",
      title: t("column.openedOn"),
      render: ({ openedOn }) => <DateText value={openedOn} />,
      file: "openedOn",
    },
    {
      key: "closedOn",
      title: t("column.closedOn"),
      render: ({ closedOn }) => <DateText value={closedOn} />,
      file: "closedOn",
    },
  ];
}
