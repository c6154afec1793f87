import { CheckSquareOutlined, ProfileOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { ChecklistOrder } from "@maple-bridge/schema/documents";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { runsSearch } from "./runs-search.ts";

const orders = ["CODE", "NAME", "STATE"] as const satisfies readonly ChecklistOrder[];

export const checklistsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/checklists",
  validateSearch: listAddress(orders, { q: textOf, station: textOf, inForce: flagOf, retired: flagOf }),
  component: lazyRouteComponent(
    withWords("work", () => import("./checklists-page.tsx")),
    "ChecklistsPage",
  ),
});

export const checklistRunsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/checklist-runs",
  validateSearch: runsSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./runs-page.tsx")),
    "RunsPage",
  ),
});

const drawsUp = ({ bureau }: Viewer) => may(bureau, "MANAGE_CHECKLISTS");
const seesRuns = (viewer: Viewer) => drawsUp(viewer) || may(viewer.bureau, "ISSUE_WORK") || Boolean(viewer.memberId);

export const checklists = feature({
  routes: [checklistsRoute, checklistRunsRoute],
  pages: [
    { name: "checklists", to: "/checklists", icon: ProfileOutlined, shownTo: drawsUp },
    { name: "checklistRuns", to: "/checklist-runs", icon: CheckSquareOutlined, shownTo: seesRuns },
  ],
});
