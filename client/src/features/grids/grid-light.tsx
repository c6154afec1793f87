import { useTranslation } from "react-i18next";
import { today } from "../../lib/dates.ts";
import { CoverageLight } from "../../ui/coverage-light.tsx";
import { Light } from "../../ui/light.tsx";
import type { GridLine } from "./grid-line.ts";

/** How the grid's seats stand on the day shown; a grid that is not open then has none. */
export function GridLight({ grid, at }: { grid: Pick<GridLine, "coverage" | "closedOn">; at: string | undefined }) {
  const { t } = useTranslation("grids");
  if (grid.coverage) return <CoverageLight coverage={grid.coverage} of="one" />;
  const isClosed = grid.closedOn !== null && grid.closedOn <= (at ?? today());
  return <Light tone="quiet">{t(isClosed ? "state.closed" : "state.notYet")}</Light>;
}
