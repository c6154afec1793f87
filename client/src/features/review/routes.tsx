import { CheckOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { may } from "../../lib/viewer.tsx";
import { dayOf, oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { type Count, counts } from "./matrix.ts";
import { mondayOf } from "./weeks.ts";

/** The Monday of the week that the day is in. */
const weekOf = (value: unknown) => {
  const day = dayOf(value);
  return day && mondayOf(day);
};

export interface MatrixSearch {
  /** The first station in sight when absent. */
  unit?: string;
  /** The last of the weeks that are shown, by its Monday; this week when absent. */
  to?: string;
  /** Stations by weeks in place of one station's members. */
  by?: "stations";
  /** Only weeks that are the viewer's to sign, of the last that are over. */
  only?: Only;
  /** By its Monday: this week alone. */
  week?: string;
}

const ways = ["stations"] as const;
const onlies = ["toSign", "overdue"] as const;
export type Only = (typeof onlies)[number];

export const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/review",
  validateSearch: (raw: RawSearch): MatrixSearch => ({
    unit: textOf(raw["unit"]),
    to: weekOf(raw["to"]),
    by: oneOf(raw["by"], ways),
    only: oneOf(raw["only"], onlies),
    week: weekOf(raw["week"]),
  }),
  component: lazyRouteComponent(
    withWords("work", () => import("./matrix-page.tsx")),
    "MatrixPage",
  ),
});

export interface WeekSearch {
  member?: string;
  unit?: string;
  /** By its Monday; last week when absent. */
  week?: string;
  /** What was signed in an earlier revision, by the review's id. */
  revision?: string;
  /** The lines that one figure counts, and no others. */
  only?: Count;
  /** The item of work that is open over the page. */
  open?: string;
}

export const weekRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/review/week",
  validateSearch: (raw: RawSearch): WeekSearch => ({
    member: textOf(raw["member"]),
    unit: textOf(raw["unit"]),
    week: weekOf(raw["week"]),
    revision: textOf(raw["revision"]),
    only: oneOf(raw["only"], counts),
    open: textOf(raw["open"]),
  }),
  component: lazyRouteComponent(
    withWords("work", () => import("./week-page.tsx")),
    "WeekPage",
  ),
});

export const review = feature({
  routes: [reviewRoute, weekRoute],
  pages: [{ name: "review", to: "/review", icon: CheckOutlined, shownTo: ({ bureau }) => may(bureau, "REVIEW_WEEKS") }],
});
