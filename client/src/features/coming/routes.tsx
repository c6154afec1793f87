import type { ComingChangeOrder } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { comingKinds, duties } from "../../lib/glossary.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, dayOf, textOf } from "../../lib/url-state.ts";

const orders = ["HAPPENS_AT", "KIND"] as const satisfies readonly ComingChangeOrder[];

/** Whatever ends, and one kind alone. */
export const comingChoices = ["ENDS", ...comingKinds] as const;

const comingSearch = listAddress(orders, {
  kind: among(comingChoices),
  /** The first day, and the last one. */
  from: dayOf,
  to: dayOf,
  unit: textOf,
  duty: among(duties),
});

export type ComingSearch = ReturnType<typeof comingSearch>;

export const comingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/grids/coming",
  validateSearch: comingSearch,
  component: lazyRouteComponent(
    withWords("pictures", () => import("./coming-page.tsx")),
    "ComingPage",
  ),
});

export const coming = feature({ routes: [comingRoute], pages: [] });
