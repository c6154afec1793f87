import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { CoverageLight } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import { vacantDuties } from "../../lib/seats-of.ts";
import type { GridLine } from "./grid-line.ts";

/** How the grid's seats stand on the day shown; a grid that is not open then has none. */
export function GridLight({ grid, at }: { grid: Pick<GridLine, "coverage" | "closedOn">; at: string | undefined }) {
  const { t } = useTranslation("grids");
  if (grid.coverage) return <CoverageLight coverage={grid.coverage} of="one" />;
  const isClosed = grid.closedOn !== null && grid.closedOn <= (at ?? today());
  return <Light tone="quiet">{t(isClosed ? "state.closed" : "state.notYet")}</Light>;
}

/** Of which duties a seat stands vacant, each with how many where they are several. */
export function VacantDuties({ grid }: { grid: Pick<GridLine, "seats"> }) {
  const { t, i18n } = useTranslation(["grids", "words"]);
  const vacant = vacantDuties(grid);
  if (vacant.length === 0) return null;
  const names = [...new Set(vacant)].map((duty) => {
    const count = vacant.filter((each) => each === duty).length;
    return count > 1 ? `${t(`words:duty.${duty}`)} × ${count}` : t(`words:duty.${duty}`);
  });
  return (
    <span className="grid-vacant">{t("seat.lacks", { duties: new Intl.ListFormat(i18n.language).format(names) })}</span>
  );
}

/** How the seats stand, and which of them are vacant. */
export const SeatsOfGrid = ({ grid, at }: { grid: GridLine; at: string | undefined }) => (
  <span className="grid-seats-line">
    <GridLight grid={grid} at={at} />
    <VacantDuties grid={grid} />
  </span>
);
