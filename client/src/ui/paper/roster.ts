import { RosterDocument, type RosterQueryVariables } from "@maple-bridge/schema/documents";
import type { TFunction } from "i18next";
import { documentIdOf, type ToPrint } from "../../lib/files.ts";
import { duties } from "../../lib/glossary.ts";
import { type Column, fileColumns } from "../table-columns.ts";

interface OfUnit {
  /** All in sight without it. */
  unitId: string | undefined;
  /** The moment at which it is asked for; now without it. */
  at?: string | undefined;
}

type RosterColumn = Pick<Column<never>, "title" | "file">;

/** Who holds which seat of each grid, and by what number they are called: a sheet for each station, of the duties that there are. */
export function rosterOf(t: TFunction<["list-tools", "grids", "words"]>, { unitId, at }: OfUnit): ToPrint {
  const blank = "—";
  const nobody = { false: t("grids:seat.vacant"), true: "", "": blank };
  const columns: RosterColumn[] = [
    { title: t("grids:column.code"), file: "code" },
    { title: t("grids:column.name"), file: "name" },
    { title: t("grids:column.policeRoom"), file: "policeRoom.name" },
    ...duties.map((duty) => ({
      title: t(`words:duty.${duty}`),
      file: [
        { path: `seats[duty=${duty}].holder`, parts: ["name", "badge", "phone"] },
        { path: `seats[duty=${duty}].isFilled`, words: nobody },
      ],
    })),
  ];
  const variables: RosterQueryVariables = {
    filter: { unitId, open: true },
    orderBy: "STATION",
    direction: "ASC",
    at,
    first: 100,
  };
  return {
    document: documentIdOf(RosterDocument),
    variables,
    caption: at ? t("roster.onDay", { day: at.slice(0, 10) }) : t("roster.title"),
    columns: fileColumns(columns),
    by: "station.name",
    hasPhones: true,
    blank,
  };
}
