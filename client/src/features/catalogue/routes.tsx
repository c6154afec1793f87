import { SolutionOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { dayOf, flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

/** Whose lines are shown is told as `AUXILIARY`, `DESK`, what is open as `AUXILIARY/ORGANISER`; `compare` opens the differences from the model. */
const search = listAddress([], { unit: textOf, head: textOf, q: textOf, on: dayOf, compare: flagOf });

export const dutyCatalogueRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/duties",
  validateSearch: search,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./catalogue-page.tsx")),
    "CataloguePage",
  ),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "SET_DUTY_LINE");

export const catalogue = feature({
  routes: [dutyCatalogueRoute],
  pages: [{ name: "dutyCatalogue", to: "/system/duties", icon: SolutionOutlined, group: "system", shownTo }],
});
