import { useTranslation } from "react-i18next";
import { countText } from "../../lib/numbers.ts";
import { DateText } from "../../ui/date-text.tsx";
import { Details } from "../../ui/details.tsx";
import type { GridDetails } from "./grid-details.ts";

export function GridFacts({ grid }: { grid: GridDetails }) {
  const { t, i18n } = useTranslation(["grids", "words"]);
  const { division, countedYear } = grid;
  const counted = (count: number | null) =>
    count === null ? null : t("facts.counted", { count: countText(count), year: countedYear });
  const schemeText = (scheme: string) =>
    i18n.exists(`grids:codeScheme.${scheme}`) ? t(`codeScheme.${scheme as "LOCAL"}`) : scheme;
  return (
    <Details
      items={[
        { label: t("column.station"), value: grid.station?.name ?? t("outOfReach") },
        { label: t("column.policeRoom"), value: grid.policeRoom?.name },
        { label: t("column.kind"), value: t(`words:gridKind.${grid.kind}`) },
        { label: t("column.complexity"), value: t(`words:complexity.${grid.complexity}`) },
        { label: t("column.level"), value: t(`level.${grid.level === 2 ? "two" : "three"}`) },
        { label: t("column.households"), value: counted(grid.households) },
        { label: t("column.population"), value: counted(grid.population) },
        { label: t("facts.division"), value: division ? `${division.name} ${division.code}` : null },
        { label: t("facts.codeScheme"), value: schemeText(grid.codeScheme) },
        { label: t("column.openedOn"), value: <DateText value={grid.openedOn} /> },
        { label: t("column.closedOn"), value: <DateText value={grid.closedOn} /> },
      ]}
    />
  );
}
