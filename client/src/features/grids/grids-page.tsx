import { PlusOutlined } from "@ant-design/icons";
import { GridsDocument } from "@maple-bridge/schema/documents";
import { getRouteApi, useLinkProps } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { usePatch } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { may, useViewer } from "../../lib/viewer.tsx";
import { Later } from "../../ui/later.tsx";
import { filteredBy } from "../../ui/list-tools/filtered-by.ts";
import { useListTools } from "../../ui/list-tools/use-list-tools.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { useAnyUnit } from "../../ui/use-units.ts";
import { GridFilters, useGridFilters } from "./grid-filters.tsx";
import { GridResults } from "./grid-results.tsx";
import { type GridsSearch, variablesOf } from "./grids-search.ts";
import { takesGrids } from "./takes-grids.ts";
import { placesOfGrids, UnitTree } from "./unit-tree.tsx";
import { useGridColumns, usualColumns } from "./use-grid-columns.tsx";
import { useNextGap } from "./use-next-gap.ts";
import "./grids.css";

const UnitSelect = lazily(() => import("../../ui/unit-select.tsx"), "UnitSelect");
const GridDrawer = lazily(
  withWords(
    "work",
    withWords("bulk", () => import("./grid-drawer.tsx")),
  ),
  "GridDrawer",
);
const GridTiles = lazily(
  withWords("pictures", () => import("./grid-tiles.tsx")),
  "GridTiles",
);
const DayBar = lazily(() => import("./day-bar.tsx"), "DayBar");
const CreateGridDialog = lazily(() => import("./create-grid-dialog.tsx"), "CreateGridDialog");

const route = getRouteApi("/shell/grids");
const openPlaces = { ...placesOfGrids, openOnly: true };

/** Who looks after which grid, on any day; gaps first. */
export function GridsPage() {
  const { t } = useTranslation("grids");
  const search = route.useSearch();
  const moves = usePatch<GridsSearch>();
  const { refine, open } = moves;
  const { bureau } = useViewer();
  const narrow = useNarrow();
  const [creating, setCreating] = useState(false);
  const mayCreate = useAnyUnit(takesGrids, !may(bureau, "CREATE_GRID"));
  const create = () => setCreating(true);
  // The dialog lies over the page without what has asked for it, which Back would ask for again.
  if (search.create && !creating) setCreating(true);
  const isCreating = creating && !search.create;
  const forgetAsked = useEffectEvent(() => moves.patch({ create: undefined }));
  useEffect(() => {
    if (search.create) forgetAsked();
  }, [search.create]);
  const read = useRead(GridsDocument, variablesOf(search));
  const filters = useGridFilters();
  const { columns, isDense, tools } = useListTools({
    page: "grids",
    caption: t("title"),
    search,
    columns: useGridColumns(search.at),
    usual: usualColumns,
    asked: { document: GridsDocument, variables: variablesOf(search) },
    filtered: filteredBy(filters, search),
    hasRoster: true,
    isNarrow: narrow,
  });
  const isTiles = search.as === "tiles";
  const nextGap = useNextGap(search, open);
  const { href, onClick } = useLinkProps({
    to: "/grids/proposals",
    search: { unit: search.unit, at: search.at },
  });
  const note = search.at ? t("asOf", { day: search.at }) : t("asOfNow");
  return (
    <div className="grids-page">
      <PageHeader
        title={t("title")}
        note={note}
        actions={
          <>
            <Button onClick={() => refine({ as: isTiles ? undefined : "tiles" })}>
              {t(isTiles ? "tiles.hide" : "tiles.show")}
            </Button>
            {tools}
            <Button href={href} onClick={onClick}>
              {t("gaps.propose")}
            </Button>
            {mayCreate ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={create}>
                {t("create.title")}
              </Button>
            ) : null}
          </>
        }
      />
      {narrow ? (
        <Later when>
          <UnitSelect
            label={t("tree.label")}
            allowClear
            value={search.unit}
            onChange={(unit) => refine({ unit })}
            filter={openPlaces}
          />
        </Later>
      ) : (
        <UnitTree at={search.at} unitId={search.unit} onChoose={(unit) => refine({ unit })} />
      )}
      <div className="grids-main">
        <div className="grid-day-bar" role="group" aria-label={t("day.label")}>
          <Later when={Boolean(read.data ?? read.problem)}>
            <DayBar at={search.at} onChange={(at) => refine({ at })} />
          </Later>
        </div>
        <GridFilters fields={filters} search={search} refine={refine} />
        {isTiles ? (
          <Suspense fallback={null}>
            <GridTiles search={search} open={open} />
          </Suspense>
        ) : (
          <GridResults
            search={search}
            read={read}
            columns={columns}
            isDense={isDense}
            moves={moves}
            onCreate={mayCreate ? create : undefined}
          />
        )}
      </div>
      <Later when={search.open !== undefined}>
        <GridDrawer search={search} moves={moves} nextGap={nextGap} />
      </Later>
      <Later when={isCreating}>
        <CreateGridDialog
          open={isCreating}
          onClose={() => setCreating(false)}
          onMade={(id) => open({ open: id })}
          stationOf={search.unit}
        />
      </Later>
    </div>
  );
}
