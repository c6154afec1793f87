import { GridDetailsDocument } from "@maple-bridge/schema/documents";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { Patching } from "../../lib/url-state.ts";
import { useRead } from "../../lib/use-read.ts";
import { EmptyNote } from "../../ui/empty-note.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { SideDrawer } from "../../ui/side-drawer.tsx";
import { useRemembered } from "../../ui/use-remembered.ts";
import { GridActions } from "./grid-actions.tsx";
import { GridBody } from "./grid-body.tsx";
import { gridIn } from "./grid-details.ts";
import { GridLight } from "./grid-light.tsx";
import type { GridsSearch } from "./grids-search.ts";
import { momentOf } from "../../lib/moments.ts";
import type { NextGap } from "./use-next-gap.ts";

interface GridDrawerProps {
  search: GridsSearch;
  moves: Patching<GridsSearch>;
  nextGap: NextGap;
}

/** One grid: its seats and who holds them, who held them, and what changed. */
export function GridDrawer({ search, moves, nextGap }: GridDrawerProps) {
  const { t } = useTranslation("grids");
  const { open, at } = search;
  const read = useRead(GridDetailsDocument, { id: open ?? "", at: momentOf(at) }, open === undefined);
  const grid = gridIn(read.data);
  const isIt = grid?.id === open;
  useRemembered(isIt ? grid : undefined);
  return (
    <SideDrawer
      open={open}
      width={720}
      onClose={() => moves.close("open", "assign")}
      title={
        grid && isIt ? (
          <span className="grid-title">
            {grid.name} <span className="note numeric">{grid.code}</span> <GridLight grid={grid} at={at} />
          </span>
        ) : (
          t("title")
        )
      }
      extra={grid && isIt ? <GridActions grid={grid} at={at} /> : null}
    >
      {grid && isIt ? (
        <GridBody key={grid.id} grid={grid} search={search} moves={moves} nextGap={nextGap} />
      ) : read.problem ? (
        <ProblemNote problem={read.problem} onRetry={read.retry} />
      ) : read.data && !read.refreshing ? (
        <EmptyNote title={t("absent")} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 12 }} />
      )}
    </SideDrawer>
  );
}
