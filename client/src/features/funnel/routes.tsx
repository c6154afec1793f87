import { FunnelPlotOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import type { Openness } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { dayOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";

export interface FunnelSearch {
  /** The viewer's topmost unit when absent. */
  unit?: string;
  /** The last 30 days when absent. */
  from?: string;
  to?: string;
}

export const funnelRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/funnel",
  validateSearch: (raw: RawSearch): FunnelSearch => ({
    unit: textOf(raw["unit"]),
    from: dayOf(raw["from"]),
    to: dayOf(raw["to"]),
  }),
  component: lazyRouteComponent(
    withWords("work", () => import("./funnel-page.tsx")),
    "FunnelPage",
  ),
});

const opensTo: Openness = { whom: "commanders", when: ({ bureau }) => may(bureau, "ISSUE_WORK") };

export const funnel = feature({
  routes: [funnelRoute],
  pages: [{ name: "funnel", to: "/funnel", icon: FunnelPlotOutlined, opensTo }],
});
