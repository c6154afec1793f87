import { ImportOutlined } from "@ant-design/icons";
import type { ImportKind, ImportOrder, ImportStatus } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { wholeOf } from "../../lib/whole-of.ts";
import { may } from "../../lib/viewer.tsx";

export const importKinds = [
  "GRIDS",
  "MEMBERS",
  "DISPUTES",
  "HAZARDS",
  "MATTERS",
  "TASKS",
  "DUTY_LINES",
  "CHECKLISTS",
] as const satisfies readonly ImportKind[];
export const steps = ["columns", "check", "write"] as const;
export type Step = (typeof steps)[number];

interface Cursors {
  after?: string;
  before?: string;
}

const cursors = (raw: RawSearch): Cursors => ({ after: textOf(raw["after"]), before: textOf(raw["before"]) });

/** `kind` is of the file that one is about to bring. */
const importOrders = ["NEWEST", "STATUS", "ROWS", "ERRORS"] as const satisfies readonly ImportOrder[];
export const importStatuses = [
  "UPLOADED",
  "CHECKING",
  "CHECKED",
  "WRITING",
  "WRITTEN",
  "FAILED",
  "CANCELLED",
  "UNDONE",
] as const satisfies readonly ImportStatus[];

const importSearch = listAddress(importOrders, {
  /** Of the file that is brought in next. */
  kind: among(importKinds),
  /** Of those that were brought in. */
  of: among(importKinds),
  status: among(importStatuses),
  rowsMin: wholeOf,
  rowsMax: wholeOf,
  errorsMin: wholeOf,
  errorsMax: wholeOf,
});

export const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/import",
  validateSearch: importSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./import-page.tsx")),
    "ImportPage",
  ),
});

/** `after` and `before` turn the pages of the errors. */
export interface RunSearch extends Cursors {
  step?: Step;
}

export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/import/$id",
  validateSearch: (raw: RawSearch): RunSearch => ({
    ...cursors(raw),
    step: oneOf(raw["step"], steps),
  }),
  component: lazyRouteComponent(
    withWords(
      "work",
      withWords("setting-up", () => import("./run-page.tsx")),
    ),
    "RunPage",
  ),
});

export const importing = feature({
  routes: [importRoute, runRoute],
  pages: [
    {
      name: "import",
      to: "/import",
      icon: ImportOutlined,
      opensTo: { whom: "administrators", when: ({ bureau }) => may(bureau, "IMPORT") },
    },
  ],
});
