import { TeamOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { membersSearch } from "./members-search.ts";

export const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/members",
  validateSearch: membersSearch,
  component: lazyRouteComponent(
    withWords("members", () => import("./members-page.tsx")),
    "MembersPage",
  ),
});

export const members = feature({
  routes: [membersRoute],
  pages: [{ name: "members", to: "/members", icon: TeamOutlined }],
});
