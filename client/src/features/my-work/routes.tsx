import { CarryOutOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import type { Openness } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { mineSearch } from "../../ui/work/mine-search.ts";

export const myWorkRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/my-work",
  validateSearch: mineSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./my-work-page.tsx")),
    "MyWorkPage",
  ),
});

const opensTo: Openness = { whom: "members", when: ({ memberId }) => Boolean(memberId) };

export const myWork = feature({
  routes: [myWorkRoute],
  pages: [{ name: "myWork", to: "/my-work", icon: CarryOutOutlined, opensTo }],
});
