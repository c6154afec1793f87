import { AuditOutlined } from "@ant-design/icons";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch, type ListSearch } from "../../lib/list-state.ts";
import type { Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { dayOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";

export interface AuditSearch extends ListSearch {
  /** How the action begins: `grid.` or `grid.close`. */
  action?: string;
  actor?: string;
  type?: string;
  /** The row it was done to. */
  entity?: string;
  /** First and last day. */
  from?: string;
  to?: string;
}

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/audit",
  validateSearch: (raw: RawSearch): AuditSearch => ({
    ...listSearch(raw, []),
    action: textOf(raw["action"]),
    actor: textOf(raw["actor"]),
    type: textOf(raw["type"]),
    entity: textOf(raw["entity"]),
    from: dayOf(raw["from"]),
    to: dayOf(raw["to"]),
  }),
  component: lazyRouteComponent(() => import("./audit-page.tsx"), "AuditPage"),
});

export const auditRoutes = [auditRoute] as const;
export const auditPages: readonly Page[] = [
  {
    name: "audit",
    to: "/system/audit",
    icon: AuditOutlined,
    group: "system",
    opensTo: { whom: "administratorsAndAuditors", when: (viewer) => may(viewer, "READ_AUDIT_LOG") },
  },
];
