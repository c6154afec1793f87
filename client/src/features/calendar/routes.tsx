import { CalendarOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, type RawSearch } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { yearIn } from "./year-in.ts";

export interface CalendarSearch {
  /** The year shown; this one when absent. */
  year?: number;
  /** The draft, where there is one, or what is in force; the draft when absent. */
  show?: "inForce";
}

export const calendarRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/calendar",
  validateSearch: (raw: RawSearch): CalendarSearch => ({
    year: yearIn(raw["year"]),
    show: among(["inForce"])(raw["show"]),
  }),
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./calendar-page.tsx")),
    "CalendarPage",
  ),
});

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "MANAGE_CALENDAR");

export const calendar = feature({
  routes: [calendarRoute],
  pages: [{ name: "calendar", to: "/system/calendar", icon: CalendarOutlined, group: "system", shownTo }],
});
