import { TeamOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { membersSearch } from "./members-search.ts";

export const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/members",
  validateSearch: membersSearch,
  component: lazyRouteComponent(() => import("./members-page.tsx"), "MembersPage"),
});

export const membersRoutes = [membersRoute] as const;
export const membersPages: readonly Page[] = [{ name: "members", to: "/members", icon: TeamOutlined }];
