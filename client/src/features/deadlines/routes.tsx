import { HourglassOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { urgencies } from "../../ui/work/work-glossary.ts";
import { subjects } from "./subject.ts";

/** What is open is told as `INCIDENT.URGENT`. */
const search = listAddress([], { kind: among(subjects), urgency: among(urgencies) });

export const deadlineRulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/deadline-rules",
  validateSearch: search,
  component: lazyRouteComponent(
    withWords("work", () => import("./deadlines-page.tsx")),
    "DeadlinesPage",
  ),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "SET_DEADLINE_RULE");

export const deadlines = feature({
  routes: [deadlineRulesRoute],
  pages: [{ name: "deadlineRules", to: "/system/deadline-rules", icon: HourglassOutlined, group: "system", shownTo }],
});
