import { HomeOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";

export const workbenchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  component: lazyRouteComponent(
    withWords("workbench", () => import("./workbench-page.tsx")),
    "WorkbenchPage",
  ),
});

export const workbench = feature({
  routes: [workbenchRoute],
  pages: [{ name: "workbench", to: "/", icon: HomeOutlined }],
});
