import { AlertOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import type { Openness } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { may } from "../../lib/viewer.tsx";
import { deskSearch } from "../../ui/work/desk-search.ts";

export const dispatchRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/dispatch",
  validateSearch: deskSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./dispatch-page.tsx")),
    "DispatchPage",
  ),
});

const opensTo: Openness = { whom: "commanders", when: ({ bureau }) => may(bureau, "ISSUE_WORK") };

export const dispatch = feature({
  routes: [dispatchRoute],
  pages: [{ name: "dispatch", to: "/dispatch", icon: AlertOutlined, opensTo }],
});
