import { useTranslation } from "react-i18next";
import { Bound } from "../../ui/list-page/range.tsx";
import type { GridFiltersProps } from "./grid-filters.tsx";
import { bounds } from "./grids-search.ts";

/** What the grids are to have at least, and at most. */
export function NumberFilters({ search, refine }: GridFiltersProps) {
  const { t } = useTranslation("grids");
  return (
    <div className="grid-numbers">
      {bounds.map((name) => (
        <Bound
          key={name}
          label={t(name.startsWith("households") ? "column.households" : "column.population")}
          sign={name.endsWith("Min") ? "≥" : "≤"}
          value={search[name]}
          onChange={(value) => refine({ [name]: value })}
        />
      ))}
    </div>
  );
}
