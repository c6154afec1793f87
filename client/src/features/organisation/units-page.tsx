import { UnitsDocument } from "@maple-bridge/schema/documents";
import { Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { CreateStationDialog } from "./create-station-dialog.tsx";
import { CreateUnitDialog } from "./create-unit-dialog.tsx";
import { type UnitSearch, unitsRoute } from "./routes.tsx";
import { useUnitColumns } from "./unit-columns.tsx";
import { UnitDrawer } from "./unit-drawer.tsx";
import { linesOf } from "./unit-rows.ts";
import "./organisation.css";

export function UnitsPage() {
  const { t } = useTranslation(["organisation", "shell"]);
  const search = unitsRoute.useSearch();
  const { patch } = usePatch<UnitSearch>();
  const { data, problem, retry, refreshing } = useRead(UnitsDocument, {});
  const [folds, onFold] = useFolds();
  const [making, setMaking] = useState<"station" | "unit">();
  const columns = useUnitColumns(onFold);
  const units = data?.bureau.units;
  const lines = useMemo(() => units && linesOf(units, search, folds), [units, search, folds]);
  const open = (id: string) => patch({ open: id });
  return (
    <>
      <PageHeader
        title={t("shell:page.units.title")}
        note={units ? t("unit.count", { open: units.filter(({ isOpen }) => isOpen).length }) : undefined}
        actions={
          may(data?.bureau, "MANAGE_UNITS") ? (
            <>
              <Button onClick={() => setMaking("unit")}>{t("unit.create")}</Button>
              <Button type="primary" onClick={() => setMaking("station")}>
                {t("station.create")}
              </Button>
            </>
          ) : undefined
        }
      />
      <FilterBar label={t("filter")}>
        <SearchField label={t("unit.search")} value={search.q} onSearch={(q) => patch({ q })} />
        <Checkbox
          checked={search.closed ?? false}
          onChange={({ target }) => patch({ closed: target.checked || undefined })}
        >
          {t("unit.withClosed")}
        </Checkbox>
      </FilterBar>
      <DataTable
        label={t("shell:page.units.title")}
        columns={columns}
        rows={lines}
        problem={problem}
        onRetry={retry}
        refreshing={refreshing}
        empty={<EmptyNote title={t("unit.none")}>{t("unit.noneHint")}</EmptyNote>}
        openId={search.open}
        onOpen={({ id }) => open(id)}
      />
      <UnitDrawer id={search.open} onClose={() => patch({ open: undefined })} onOpen={open} />
      <CreateStationDialog open={making === "station"} onClose={() => setMaking(undefined)} onMade={open} />
      <CreateUnitDialog open={making === "unit"} onClose={() => setMaking(undefined)} onMade={open} />
    </>
  );
}

/** Which lines are the other way than at first: the top is unfolded, all below is not. */
function useFolds() {
  const [folds, setFolds] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) =>
    setFolds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return [folds, turn] as const;
}
