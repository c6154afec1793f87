import { Checkbox, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { complexities, gridKinds } from "../../lib/glossary.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Bound } from "../../ui/list-page/range.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { bounds, gaps, type GridsSearch } from "./grids-search.ts";

interface GridFiltersProps {
  search: GridsSearch;
  refine: (changes: Partial<GridsSearch>) => void;
}

export function GridFilters({ search, refine }: GridFiltersProps) {
  const { t } = useTranslation(["grids", "words"]);
  const gapText = (gap: (typeof gaps)[number]) =>
    gap === "ANY" ? t("filter.anyGap") : t("filter.gapOf", { duty: t(`words:duty.${gap}`) });
  return (
    <FilterBar label={t("filter.label")}>
      <SearchField label={t("filter.search")} value={search.q} onSearch={(q) => refine({ q })} />
      <Select
        aria-label={t("filter.gap")}
        placeholder={t("filter.gap")}
        allowClear
        className="grid-filter-gap"
        value={search.gap}
        onChange={(gap) => refine({ gap })}
        options={gaps.map((value) => ({ value, label: gapText(value) }))}
      />
      <Select
        aria-label={t("filter.kind")}
        placeholder={t("filter.kind")}
        allowClear
        className="grid-filter-kind"
        value={search.kind}
        onChange={(kind) => refine({ kind })}
        options={gridKinds.map((value) => ({ value, label: t(`words:gridKind.${value}`) }))}
      />
      <Select
        aria-label={t("filter.complexity")}
        placeholder={t("filter.complexity")}
        allowClear
        className="grid-filter-kind"
        value={search.complexity}
        onChange={(complexity) => refine({ complexity })}
        options={complexities.map((value) => ({ value, label: t(`words:complexity.${value}`) }))}
      />
      {bounds.map((name) => (
        <Bound
          key={name}
          label={t(name.startsWith("households") ? "column.households" : "column.population")}
          sign={name.endsWith("Min") ? "≥" : "≤"}
          value={search[name]}
          onChange={(value) => refine({ [name]: value })}
        />
      ))}
      <label className="grid-switch">
        <Switch
          size="small"
          checked={search.sort === undefined}
          onChange={(isFirst) => refine({ sort: isFirst ? undefined : "CODE", down: undefined })}
        />
        {t("filter.gapsFirst")}
      </label>
      <Checkbox
        checked={search.closed ?? false}
        onChange={({ target }) => refine({ closed: target.checked || undefined })}
      >
        {t("filter.closed")}
      </Checkbox>
    </FilterBar>
  );
}
