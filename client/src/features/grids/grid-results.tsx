import type { GridOrder, GridsQuery } from "@maple-bridge/schema/documents";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lazily } from "../../lib/lazily.ts";
import { withWords } from "../../lib/locale.ts";
import { type Patching, stringifySearch } from "../../lib/url-state.ts";
import type { Read } from "../../lib/use-read.ts";
import { may } from "../../lib/viewer.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Later } from "../../ui/later.tsx";
import { Pager } from "../../ui/pager.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { vacantDuties } from "../../lib/seats-of.ts";
import type { GridLine } from "./grid-line.ts";
import type { GridsSearch } from "./grids-search.ts";

const NoGrids = lazily(() => import("./no-grids.tsx"), "NoGrids");
const GridList = lazily(() => import("./grid-list.tsx"), "GridList");
const GridBulk = lazily(
  withWords("bulk", () => import("./grid-bulk.tsx")),
  "GridBulk",
);
const AssignManyDialog = lazily(
  withWords("work", () => import("./assign-many-dialog.tsx")),
  "AssignManyDialog",
);

interface GridResultsProps {
  search: GridsSearch;
  read: Read<GridsQuery>;
  columns: Column<GridLine, GridOrder>[];
  isDense: boolean;
  moves: Patching<GridsSearch>;
  onCreate: (() => void) | undefined;
}

export function GridResults({ search, read, columns, isDense, moves, onCreate }: GridResultsProps) {
  const { patch, refine, open } = moves;
  const { t } = useTranslation("grids");
  const narrow = useNarrow();
  const { rows, page, ticked, ticks, mayAssign } = useRows(read);
  const turning = { onPage: patch, place: search };
  const shared = {
    rows,
    problem: read.problem,
    onRetry: read.retry,
    empty: (
      <Later when>
        <NoGrids search={search} refine={refine} onCreate={onCreate} />
      </Later>
    ),
    onOpen: ({ id }: GridLine) => open({ open: id, assign: undefined }),
    linkOf: ({ id }: GridLine) => stringifySearch({ ...search, open: id, assign: undefined }),
  };
  if (narrow)
    return (
      <>
        <Later when>
          <GridList {...shared} at={search.at} />
        </Later>
        {page && rows?.length ? <Pager {...page} {...turning} /> : null}
      </>
    );
  return (
    <DataTable
      {...shared}
      label={t("title")}
      columns={columns}
      isDense={isDense}
      refreshing={read.refreshing}
      sorting={{ sort: search.sort, down: search.down, onSort: refine }}
      page={page && { ...page, ...turning }}
      openId={search.open}
      ticked={ticks && { ...ticks, label: t("many.tick") }}
      below={
        rows?.length === 0 ? undefined : (
          <span className="grid-bulk">
            {mayAssign ? <AssignMany grids={ticked} at={search.at} onDone={() => ticks?.onChange([])} /> : null}
            {mayAssign ? null : <Keys keys="keys" />}
            <Later when={ticked.length > 0}>
              <GridBulk
                ticked={ticked}
                total={page?.totalCount ?? 0}
                search={search}
                onDone={() => ticks?.onChange([])}
              />
            </Later>
          </span>
        )
      }
    />
  );
}

/** The rows, and which of those where one may assign are ticked. */
function useRows({ data }: Read<GridsQuery>) {
  const [ids, setIds] = useState<string[]>([]);
  const rows = data?.grids.nodes;
  const page = data && { info: data.grids.pageInfo, totalCount: data.grids.totalCount };
  const ticked = (rows ?? []).filter(({ id }) => ids.includes(id));
  const mine = rows?.filter((grid) => may(grid, "ASSIGN_MEMBERS")) ?? [];
  const mayTick =
    mine.some((grid) => vacantDuties(grid).length > 0) ||
    rows?.some((grid) => may(grid, "MOVE_GRID") || may(grid, "CLOSE_GRID"));
  const ticks = mayTick || ticked.length > 0 ? { ids: ticked.map(({ id }) => id), onChange: setIds } : undefined;
  return { rows, page, ticked, ticks, mayAssign: mine.length > 0 };
}

function AssignMany({ grids, at, onDone }: { grids: readonly GridLine[]; at: string | undefined; onDone: () => void }) {
  const { t } = useTranslation("grids");
  const [open, setOpen] = useState(false);
  const withGaps = grids.filter((grid) => vacantDuties(grid).length > 0);
  if (grids.length === 0) return <Keys keys="keysAssign" />;
  return (
    <>
      <Button size="small" type="primary" disabled={withGaps.length === 0} onClick={() => setOpen(true)}>
        {t("many.open", { grids: withGaps.length })}
      </Button>
      {withGaps.length < grids.length ? (
        <span className="note">{t("many.without", { grids: grids.length - withGaps.length })}</span>
      ) : null}
      <Later when={open}>
        <AssignManyDialog grids={withGaps} at={at} open={open} onClose={() => setOpen(false)} onDone={onDone} />
      </Later>
    </>
  );
}

function Keys({ keys }: { keys: "keys" | "keysAssign" }) {
  const { t } = useTranslation("grids");
  return <span className="keys">{t(keys)}</span>;
}
