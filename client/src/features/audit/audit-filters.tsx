import { Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { DayField } from "../../ui/day-field.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { NodeName } from "../../ui/node-name.tsx";
import { type AuditSearch, auditRoute } from "./routes.tsx";

export function AuditFilters() {
  const { t } = useTranslation("audit");
  const search = auditRoute.useSearch();
  const { refine } = usePatch<AuditSearch>();
  const actions = useActionChoices();
  const types = useTypeChoices();
  return (
    <FilterBar label={t("filter")}>
      <Select
        aria-label={t("action")}
        placeholder={t("action")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: 180 }}
        value={search.action}
        onChange={(action) => refine({ action })}
        options={actions}
      />
      <Select
        aria-label={t("entity")}
        placeholder={t("entity")}
        allowClear
        style={{ width: 140 }}
        value={search.type}
        onChange={(type) => refine({ type })}
        options={types}
      />
      <SearchField label={t("actorSearch")} value={search.actor} onSearch={(actor) => refine({ actor })} />
      <span className="audit-days">
        <DayField label={t("from")} value={search.from} last={search.to} onChange={(from) => refine({ from })} />
        –
        <DayField label={t("to")} value={search.to} first={search.from} onChange={(to) => refine({ to })} />
      </span>
      {search.entity ? (
        <Tag closable onClose={() => refine({ entity: undefined })}>
          {t("only")} <NodeName id={search.entity} />
        </Tag>
      ) : null}
    </FilterBar>
  );
}

type Words = Record<string, Record<string, string>>;

/** Every action that has words. */
function useActionChoices() {
  const { t } = useTranslation("history");
  const words = t("action", { returnObjects: true }) as Words;
  return Object.entries(words).flatMap(([noun, verbs]) =>
    Object.entries(verbs).map(([verb, label]) => ({ value: `${noun}.${verb}`, label })),
  );
}

function useTypeChoices() {
  const { t } = useTranslation("history");
  const words = t("entity", { returnObjects: true }) as Record<string, string>;
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
