import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { dayOf, type RawSearch, textOf } from "../../lib/url-state.ts";

export interface ProposalsSearch {
  /** The unit whose gaps are to be filled; all within reach when absent. */
  unit?: string;
  /** The day from which the seats would be taken; today when absent. */
  at?: string;
}

export const proposalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/grids/proposals",
  validateSearch: (raw: RawSearch): ProposalsSearch => ({ unit: textOf(raw["unit"]), at: dayOf(raw["at"]) }),
  component: lazyRouteComponent(
    withWords(
      "workbench",
      withWords("work", () => import("./proposals-page.tsx")),
    ),
    "ProposalsPage",
  ),
});

export const proposals = feature({ routes: [proposalsRoute], pages: [] });
