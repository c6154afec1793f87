import { BookOutlined, TagsOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import type { MatterOrder, MatterState } from "@maple-bridge/schema/documents";
import { among, dayOf, flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";

/** What is open is told as `DISPUTE.LABOUR`. */
const search = listAddress([], { q: textOf, kind: among(matterKinds), retired: flagOf });

export const matterCategoriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/matter-categories",
  validateSearch: search,
  component: lazyRouteComponent(
    withWords("work", () => import("./categories-page.tsx")),
    "CategoriesPage",
  ),
});

const orders = ["HAPPENED", "NUMBER"] as const satisfies readonly MatterOrder[];
export const matterStates = ["OPEN", "SETTLED", "NOT_SETTLED", "MERGED"] as const satisfies readonly MatterState[];

const mattersSearch = listAddress(orders, {
  q: textOf,
  kind: among(matterKinds),
  category: textOf,
  state: among(matterStates),
  unit: textOf,
  from: dayOf,
  to: dayOf,
});

export type MattersSearch = ReturnType<typeof mattersSearch>;

/** What is open is told by its number. */
export const mattersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/matters",
  validateSearch: mattersSearch,
  component: lazyRouteComponent(
    withWords("work", () => import("./matters-page.tsx")),
    "MattersPage",
  ),
});

const worksOnMatters = ({ bureau, memberId }: Viewer) => may(bureau, "ISSUE_WORK") || Boolean(memberId);

const shownTo = (viewer: Viewer) => may(viewer, "SEE_ACCOUNTS") || may(viewer.bureau, "MANAGE_MATTER_CATEGORIES");

export const matters = feature({
  routes: [mattersRoute, matterCategoriesRoute],
  pages: [
    { name: "matters", to: "/matters", icon: BookOutlined, shownTo: worksOnMatters },
    { name: "matterCategories", to: "/system/matter-categories", icon: TagsOutlined, group: "system", shownTo },
  ],
});
