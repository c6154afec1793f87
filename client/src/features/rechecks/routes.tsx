import { RetweetOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import type { RecheckOrder, RecheckOutcome } from "@maple-bridge/schema/documents";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, dayOf, flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";

const orders = ["MONTH", "CLOSED", "OUTCOME"] as const satisfies readonly RecheckOrder[];
export const outcomes = ["CONFIRMED", "NOT_CONFIRMED"] as const satisfies readonly RecheckOutcome[];

const recheckSearch = listAddress(orders, {
  q: textOf,
  unit: textOf,
  month: dayOf,
  outcome: among(outcomes),
  undone: flagOf,
  mine: flagOf,
  /** Of one draw, by its id. */
  draw: textOf,
});

export type RecheckSearch = ReturnType<typeof recheckSearch>;

export const recheckRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/recheck",
  validateSearch: recheckSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./recheck-page.tsx")),
    "RecheckPage",
  ),
});

const isShown = ({ bureau, memberId }: Viewer) => may(bureau, "DRAW_RECHECKS") || Boolean(memberId);

export const rechecks = feature({
  routes: [recheckRoute],
  pages: [{ name: "rechecks", to: "/recheck", icon: RetweetOutlined, shownTo: isShown }],
});
