import { BookOutlined, TagsOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, flagOf, textOf } from "../../lib/url-state.ts";
import { may, type Viewer } from "../../lib/viewer.tsx";
import { matterKinds } from "../../ui/work/work-glossary.ts";
import { mattersSearch } from "./matters-search.ts";

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
