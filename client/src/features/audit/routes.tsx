import { AuditOutlined } from "@ant-design/icons";
import type { ChainCheckOrder, ChainCheckOrigin } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, dayOf, textOf } from "../../lib/url-state.ts";
import { oddChanges } from "../../ui/auditing/odd-changes.ts";
import { may } from "../../lib/viewer.tsx";

const auditSearch = listAddress([], {
  /** How the action begins: `grid.` or `grid.close`. */
  action: textOf,
  type: textOf,
  actor: textOf,
  odd: among(oddChanges),
  /** First and last day. */
  from: dayOf,
  to: dayOf,
  /** The row it was done to. */
  entity: textOf,
});

export type AuditSearch = ReturnType<typeof auditSearch>;

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/audit",
  validateSearch: auditSearch,
  component: lazyRouteComponent(
    withWords(
      "auditing",
      withWords("setting-up", () => import("./audit-page.tsx")),
    ),
    "AuditPage",
  ),
});

const checkOrders = ["NEWEST", "ORIGIN", "ROWS"] as const satisfies readonly ChainCheckOrder[];
export const checkOrigins = ["NIGHT", "ASKED", "OPERATOR"] as const satisfies readonly ChainCheckOrigin[];
export const checksFound = ["intact", "broken", "noResult"] as const;

const checksSearch = listAddress(checkOrders, {
  found: among(checksFound),
  origin: among(checkOrigins),
  actor: textOf,
  /** First and last day. */
  from: dayOf,
  to: dayOf,
});

export type ChecksSearch = ReturnType<typeof checksSearch>;

export const checksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/audit/checks",
  validateSearch: checksSearch,
  component: lazyRouteComponent(
    withWords(
      "auditing",
      withWords("setting-up", () => import("./checks-page.tsx")),
    ),
    "ChecksPage",
  ),
});

export const audit = feature({
  routes: [auditRoute, checksRoute],
  pages: [
    {
      name: "audit",
      to: "/system/audit",
      icon: AuditOutlined,
      group: "system",
      opensTo: { whom: "administratorsAndAuditors", when: (viewer) => may(viewer, "READ_AUDIT_LOG") },
    },
  ],
});
