import type { DayChangeKind, DayChangeOrder } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { duties } from "../../lib/glossary.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, dayOf, textOf } from "../../lib/url-state.ts";

const orders = ["STATION", "GRID"] as const satisfies readonly DayChangeOrder[];
export const changeKinds = ["CAME", "LEFT", "GAP_OPENED", "GAP_CLOSED"] as const satisfies readonly DayChangeKind[];

const compareSearch = listAddress(orders, {
  /** The earlier day: the end of the month before when absent. */
  from: dayOf,
  /** The later day, today when absent. */
  to: dayOf,
  kind: among(changeKinds),
  station: textOf,
  duty: among(duties),
});

export type CompareSearch = ReturnType<typeof compareSearch>;

export const compareRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/grids/compare",
  validateSearch: compareSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./compare-page.tsx")),
    "ComparePage",
  ),
});

export const compare = feature({ routes: [compareRoute], pages: [] });
