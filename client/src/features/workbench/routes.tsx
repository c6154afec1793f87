import { HomeOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";

export const workbenchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./workbench-page.tsx"), "WorkbenchPage"),
});

export const workbenchRoutes = [workbenchRoute] as const;
export const workbenchPages: readonly Page[] = [{ name: "workbench", to: "/", icon: HomeOutlined }];
