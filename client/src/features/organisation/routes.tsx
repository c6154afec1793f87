import { ApartmentOutlined, GlobalOutlined } from "@ant-design/icons";
import type { DivisionKind } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch, type ListSearch } from "../../lib/list-state.ts";
import type { Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { flagOf, oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

export interface UnitSearch {
  q?: string;
  /** Closed units are shown too. */
  closed?: true;
  open?: string;
}

export const unitsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/units",
  validateSearch: (raw: RawSearch): UnitSearch => ({
    q: textOf(raw["q"]),
    closed: flagOf(raw["closed"]),
    open: textOf(raw["open"]),
  }),
  component: lazyRouteComponent(() => import("./units-page.tsx"), "UnitsPage"),
});

export const divisionOrders = ["CODE", "NAME"] as const;
export const divisionKinds: readonly DivisionKind[] = ["COUNTY", "TOWNSHIP", "VILLAGE", "COMMUNITY"];

export interface DivisionSearch extends ListSearch<(typeof divisionOrders)[number]> {
  q?: string;
  kind?: DivisionKind;
  /** The code of the division whose own are listed. */
  within?: string;
  closed?: true;
}

export const divisionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/divisions",
  validateSearch: (raw: RawSearch): DivisionSearch => ({
    ...listSearch(raw, divisionOrders),
    q: textOf(raw["q"]),
    kind: oneOf(raw["kind"], divisionKinds),
    within: textOf(raw["within"]),
    closed: flagOf(raw["closed"]),
  }),
  component: lazyRouteComponent(() => import("./divisions-page.tsx"), "DivisionsPage"),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "MANAGE_UNITS");

export const organisationRoutes = [unitsRoute, divisionsRoute] as const;
export const organisationPages: readonly Page[] = [
  { name: "units", to: "/system/units", icon: ApartmentOutlined, group: "system", shownTo },
  { name: "divisions", to: "/system/divisions", icon: GlobalOutlined, group: "system", shownTo },
];
