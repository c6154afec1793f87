import { ApiOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { type RawSearch, textOf } from "../../lib/url-state.ts";

export const apiRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/api",
  validateSearch: (raw: RawSearch): { example?: string } => ({ example: textOf(raw["example"]) }),
  component: lazyRouteComponent(() => import("./api-page.tsx"), "ApiPage"),
});

export const apiRoutes = [apiRoute] as const;
export const apiPages: readonly Page[] = [{ name: "api", to: "/api", icon: ApiOutlined }];
