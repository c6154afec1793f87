import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { memberKinds, memberStatuses } from "../../lib/glossary.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import type { MembersSearch } from "./members-search.ts";

interface MemberFiltersProps {
  search: MembersSearch;
  refine: (changes: Partial<MembersSearch>) => void;
}

export function MemberFilters({ search, refine }: MemberFiltersProps) {
  const { t } = useTranslation(["members", "words"]);
  return (
    <FilterBar label={t("filter.label")}>
      <SearchField label={t("filter.search")} value={search.q} onSearch={(q) => refine({ q })} />
      <Select
        aria-label={t("kind")}
        placeholder={t("kind")}
        allowClear
        className="member-filter"
        value={search.kind}
        onChange={(kind) => refine({ kind })}
        options={memberKinds.map((value) => ({ value, label: t(`words:memberKind.${value}`) }))}
      />
      <UnitSelect label={t("filter.unit")} allowClear value={search.unit} onChange={(unit) => refine({ unit })} />
      <Select
        aria-label={t("status")}
        placeholder={t("status")}
        allowClear
        className="member-filter"
        value={search.status}
        onChange={(status) => refine({ status })}
        options={memberStatuses.map((value) => ({ value, label: t(`words:memberStatus.${value}`) }))}
      />
    </FilterBar>
  );
}
