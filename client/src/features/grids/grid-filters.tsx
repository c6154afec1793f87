import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { complexities, gridKinds, noTownship } from "../../lib/glossary.ts";
import { choice } from "../../ui/list-page/choice.tsx";
import { given } from "../../ui/list-page/given.tsx";
import { seek, tick } from "../../ui/list-page/filter-fields.tsx";
import { type FilterFields, Filters } from "../../ui/list-page/filters.tsx";
import { atLeast, atMost } from "../../ui/list-page/number-filters.ts";
import { gaps, type GridsSearch } from "./grids-search.ts";

interface GridFiltersProps {
  fields: FilterFields<GridsSearch>;
  search: GridsSearch;
  refine: (changes: Partial<GridsSearch>) => void;
}

export function GridFilters({ fields, search, refine }: GridFiltersProps) {
  const { t } = useTranslation("grids");
  return (
    <Filters fields={fields} search={search} refine={refine} label={t("filter.label")}>
      <Checkbox
        checked={search.sort === undefined}
        onChange={({ target }) => refine({ sort: target.checked ? undefined : "CODE", down: undefined })}
      >
        {t("filter.gapsFirst")}
      </Checkbox>
    </Filters>
  );
}

/** Unit and day are chosen beside the list. */
export function useGridFilters(): FilterFields<GridsSearch> {
  const { t } = useTranslation(["grids", "words"]);
  const gapText = (gap: (typeof gaps)[number]) =>
    gap === "ANY" ? t("filter.anyGap") : t("filter.gapOf", { duty: t(`words:duty.${gap}`) });
  return {
    unit: { words: async (id, { pair, nameOf }) => pair(t("tree.label"), await nameOf(id)) },
    at: { words: (day) => t("asOf", { day }) },
    q: seek(t("filter.search")),
    gap: choice(
      t("filter.gap"),
      gaps.map((value) => ({ value, label: gapText(value) })),
      { width: 148 },
    ),
    kind: choice(
      t("filter.kind"),
      gridKinds.map((value) => ({ value, label: t(`words:gridKind.${value}`) })),
      { width: 124 },
    ),
    complexity: choice(
      t("filter.complexity"),
      complexities.map((value) => ({ value, label: t(`words:complexity.${value}`) })),
      { width: 124 },
    ),
    closed: tick(t("filter.closed")),
    deserted: tick(t("filter.deserted")),
    township: given<string>((code) => (code === noTownship ? t("filter.noTownship") : t("filter.township", { code }))),
    vacantMin: atLeast(t("filter.vacant")),
    vacantMax: atMost(t("filter.vacant")),
    householdsMin: atLeast(t("column.households")),
    householdsMax: atMost(t("column.households")),
    populationMin: atLeast(t("column.population")),
    populationMax: atMost(t("column.population")),
    as: undefined,
    assign: undefined,
    create: undefined,
  };
}
