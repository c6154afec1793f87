import { ApiOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { type RawSearch, textOf } from "../../lib/url-state.ts";

export const apiRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/api",
  validateSearch: (raw: RawSearch): { example?: string } => ({ example: textOf(raw["example"]) }),
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./api-page.tsx")),
    "ApiPage",
  ),
});

export const api = feature({ routes: [apiRoute], pages: [{ name: "api", to: "/api", icon: ApiOutlined }] });
