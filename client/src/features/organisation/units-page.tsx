import { UnitChoicesDocument, type UnitFilter } from "@maple-bridge/schema/documents";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useUnitTree } from "../../ui/use-unit-tree.ts";
import { CreateStationDialog } from "./create-station-dialog.tsx";
import { CreateUnitDialog } from "./create-unit-dialog.tsx";
import { type UnitSearch, unitsRoute } from "./routes.tsx";
import { useUnitColumns } from "./unit-columns.tsx";
import { UnitDrawer } from "./unit-drawer.tsx";
import { linesOf } from "./unit-rows.ts";
import "./organisation.css";

const openOnes: UnitFilter = { openOnly: true };
const everyOne: UnitFilter = {};

export function UnitsPage() {
  const { t } = useTranslation(["organisation", "shell"]);
  const search = unitsRoute.useSearch();
  const { patch, open, close } = usePatch<UnitSearch>();
  const { bureau } = useViewer();
  const [folds, onFold] = useFolds();
  const count = useRead(UnitChoicesDocument, { filter: openOnes, first: 1 }).data?.units.totalCount;
  const filter = search.closed ? everyOne : openOnes;
  const tree = useUnitTree({ filter, withCounts: true }, { opened: folds, text: search.q });
  const [making, setMaking] = useState<"station" | "unit">();
  const columns = useUnitColumns(onFold);
  const openOne = (id: string) => open({ open: id });
  return (
    <>
      <PageHeader
        title={t("shell:page.units.title")}
        note={count === undefined ? undefined : t("unit.count", { open: count })}
        actions={
          may(bureau, "MANAGE_UNITS") ? (
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
        rows={linesOf(tree, folds)}
        problem={tree.problem}
        onRetry={tree.retry}
        refreshing={tree.refreshing}
        below={tree.unshown > 0 ? <p className="note">{t("unit.unshown", { count: tree.unshown })}</p> : undefined}
        empty={<EmptyNote title={t("unit.none")}>{t("unit.noneHint")}</EmptyNote>}
        openId={search.open}
        onOpen={({ id }) => openOne(id)}
      />
      <UnitDrawer id={search.open} onClose={() => close("open")} onOpen={openOne} />
      <CreateStationDialog open={making === "station"} onClose={() => setMaking(undefined)} onMade={openOne} />
      <CreateUnitDialog open={making === "unit"} onClose={() => setMaking(undefined)} onMade={openOne} />
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
