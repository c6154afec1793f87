import type { Duty } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { Light } from "../../ui/light.tsx";
import { PersonName } from "../../ui/person-name.tsx";
import { vacancyTone } from "../../ui/coverage-light.tsx";
import { seatsOf } from "../../lib/seats-of.ts";
import type { GridLine } from "./grid-line.ts";

/** Who holds a duty at a grid, one below the other; its vacant seats say so. */
export function Holders({ grid, duty }: { grid: GridLine; duty: Duty }) {
  const { t } = useTranslation("grids");
  const seats = seatsOf(grid, duty);
  if (seats.length === 0) return <span className="absent">—</span>;
  return (
    <ul className="plain grid-holders">
      {seats.map(({ ordinal, holder, isFilled, daysVacant }) => (
        <li key={ordinal}>
          {holder ? (
            <PersonName name={holder.name} badge={holder.badge} />
          ) : isFilled ? (
            <span className="absent">{t("seat.outOfSight")}</span>
          ) : (
            <Light tone={vacancyTone(daysVacant ?? 0)}>{t("seat.vacant")}</Light>
          )}
        </li>
      ))}
    </ul>
  );
}
