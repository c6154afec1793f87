import { Checkbox, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { complexities, gridKinds } from "../../lib/glossary.ts";
import { lazily } from "../../lib/lazily.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { ToolPopover } from "../../ui/list-tools/tool-popover.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { bounds, gaps, type GridsSearch, noTownship } from "./grids-search.ts";

const NumberFilters = lazily(() => import("./number-filters.tsx"), "NumberFilters");

export interface GridFiltersProps {
  search: GridsSearch;
  refine: (changes: Partial<GridsSearch>) => void;
}

export function GridFilters({ search, refine }: GridFiltersProps) {
  const { t } = useTranslation(["grids", "words"]);
  const gapText = (gap: (typeof gaps)[number]) =>
    gap === "ANY" ? t("filter.anyGap") : t("filter.gapOf", { duty: t(`words:duty.${gap}`) });
  const chosen = bounds.filter((name) => search[name] !== undefined).length;
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
      <ToolPopover text={chosen === 0 ? t("filter.numbers") : t("filter.numbersSet", { number: chosen })}>
        {() => <NumberFilters search={search} refine={refine} />}
      </ToolPopover>
      <Checkbox
        checked={search.sort === undefined}
        onChange={({ target }) => refine({ sort: target.checked ? undefined : "CODE", down: undefined })}
      >
        {t("filter.gapsFirst")}
      </Checkbox>
      <Checkbox
        checked={search.closed ?? false}
        onChange={({ target }) => refine({ closed: target.checked || undefined })}
      >
        {t("filter.closed")}
      </Checkbox>
      {search.township ? (
        <Tag closable onClose={() => refine({ township: undefined })}>
          {search.township === noTownship ? t("filter.noTownship") : t("filter.township", { code: search.township })}
        </Tag>
      ) : null}
    </FilterBar>
  );
}
