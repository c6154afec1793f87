import { ProfileOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { dayOf, flagOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

export interface StandardSearch {
  /** The day whose standards are shown; today when absent. */
  on?: string;
  /** The post that is open, as `VILLAGE.ORDINARY.MEDIATOR`. */
  open?: string;
  /** A preset is about to be applied. */
  preset?: true;
}

export const standardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/standards",
  validateSearch: (raw: RawSearch): StandardSearch => ({
    on: dayOf(raw["on"]),
    open: textOf(raw["open"]),
    preset: flagOf(raw["preset"]),
  }),
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./standards-page.tsx")),
    "StandardsPage",
  ),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "MANAGE_UNITS");

export const standards = feature({
  routes: [standardsRoute],
  pages: [{ name: "standards", to: "/system/standards", icon: ProfileOutlined, group: "system", shownTo }],
});
