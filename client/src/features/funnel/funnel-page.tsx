import { FunnelBeginningDocument } from "@maple-bridge/schema/documents";
import { useTranslation } from "react-i18next";
import { dayAfter, today } from "../../lib/dates.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { AwaitData } from "../../ui/await-data.tsx";
import { DayField } from "../../ui/day-field.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { UnitSelect } from "../../ui/unit-select.tsx";
import { FunnelFigures } from "./funnel-figures.tsx";
import { MatterFlow } from "./matter-flow.tsx";
import { type FunnelSearch, funnelRoute } from "./routes.tsx";
import "./funnel.css";

/** How far the orders of a unit and a period have come. */
export function FunnelPage() {
  const { t } = useTranslation(["funnel", "page"]);
  const { unit, from = dayAfter(today(), -29), to = today() } = funnelRoute.useSearch();
  const { patch } = usePatch<FunnelSearch>();
  const beginning = useRead(FunnelBeginningDocument, {}, unit !== undefined);
  const unitId = unit ?? beginning.data?.branches.nodes[0]?.id;
  return (
    <>
      <PageHeader title={t("page:funnel.title")} note={t("note")} />
      <FilterBar label={t("filter")}>
        <UnitSelect label={t("unit")} value={unitId} onChange={(next) => patch({ unit: next })} />
        <DayField
          label={t("from")}
          allowClear={false}
          value={from}
          last={to}
          onChange={(day) => patch({ from: day })}
        />
        <span aria-hidden="true">–</span>
        <DayField label={t("to")} allowClear={false} value={to} first={from} onChange={(day) => patch({ to: day })} />
      </FilterBar>
      {unitId ? (
        <>
          <FunnelFigures asked={{ unitId, from, to }} />
          <MatterFlow asked={{ unitId, from, to }} />
        </>
      ) : (
        <AwaitData read={beginning}>{() => <EmptyNote title={t("noUnit")} />}</AwaitData>
      )}
    </>
  );
}
