import { ApartmentOutlined, GlobalOutlined } from "@ant-design/icons";
import type { DivisionKind, DivisionOrder } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

const unitSearch = listAddress([], { q: textOf, closed: flagOf });

export const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/units",
  validateSearch: unitSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./units-page.tsx")),
    "UnitsPage",
  ),
});

const divisionOrders = ["CODE", "NAME", "CLOSED"] as const satisfies readonly DivisionOrder[];
export const divisionKinds: readonly DivisionKind[] = ["COUNTY", "TOWNSHIP", "VILLAGE", "COMMUNITY"];

/** `within` is the code of the division whose own are listed. */
const divisionSearch = listAddress(divisionOrders, {
  q: textOf,
  kind: among(divisionKinds),
  closed: flagOf,
  within: textOf,
});

export const divisionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/divisions",
  validateSearch: divisionSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./divisions-page.tsx")),
    "DivisionsPage",
  ),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "MANAGE_UNITS");

export const organisation = feature({
  routes: [unitsRoute, divisionsRoute],
  pages: [
    { name: "units", to: "/system/units", icon: ApartmentOutlined, group: "system", shownTo },
    { name: "divisions", to: "/system/divisions", icon: GlobalOutlined, group: "system", shownTo },
  ],
});
