import { AppstoreOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { shellRoute } from "../../lib/routes.ts";
import { gridsSearch } from "./grids-search.ts";

export const gridsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/grids",
  validateSearch: gridsSearch,
  component: lazyRouteComponent(() => import("./grids-page.tsx"), "GridsPage"),
});

export const grids = feature({
  routes: [gridsRoute],
  pages: [{ name: "grids", to: "/grids", icon: AppstoreOutlined }],
});
