import { DesktopOutlined, IdcardOutlined, KeyOutlined } from "@ant-design/icons";
import type { Role } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch, type ListSearch } from "../../lib/list-state.ts";
import type { Openness, Page } from "../../lib/pages.ts";
import { shellRoute } from "../../lib/routes.ts";
import { flagOf, oneOf, type RawSearch, textOf } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";

export const roles = [
  "BUREAU_ADMINISTRATOR",
  "STATION_CHIEF",
  "DISPATCHER",
  "MEMBER",
  "AUDITOR",
] as const satisfies readonly Role[];

export const accountOrders = ["DISPLAY_NAME", "NAME", "CREATED_AT"] as const;
export const accountStates = ["enabled", "disabled"] as const;

export interface AccountSearch extends ListSearch<(typeof accountOrders)[number]> {
  q?: string;
  role?: Role;
  state?: (typeof accountStates)[number];
}

export const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/accounts",
  validateSearch: (raw: RawSearch): AccountSearch => ({
    ...listSearch(raw, accountOrders),
    q: textOf(raw["q"]),
    role: oneOf(raw["role"], roles),
    state: oneOf(raw["state"], accountStates),
  }),
  component: lazyRouteComponent(() => import("./accounts-page.tsx"), "AccountsPage"),
});

export interface TokenSearch extends ListSearch {
  /** Revoked and expired ones too. */
  all?: true;
}

export const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/tokens",
  validateSearch: (raw: RawSearch): TokenSearch => ({ ...listSearch(raw, []), all: flagOf(raw["all"]) }),
  component: lazyRouteComponent(() => import("./tokens-page.tsx"), "TokensPage"),
});

export interface SessionSearch extends ListSearch {
  /** Only those of whoever looks. */
  own?: true;
}

export const sessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/sessions",
  validateSearch: (raw: RawSearch): SessionSearch => ({ ...listSearch(raw, []), own: flagOf(raw["own"]) }),
  component: lazyRouteComponent(() => import("./sessions-page.tsx"), "SessionsPage"),
});

const opensTo: Openness = {
  whom: "administratorsAndAuditors",
  when: (viewer) => may(viewer, "SEE_ACCOUNTS"),
};

export const accountsRoutes = [accountsRoute, tokensRoute, sessionsRoute] as const;
export const accountsPages: readonly Page[] = [
  { name: "accounts", to: "/system/accounts", icon: IdcardOutlined, group: "system", opensTo },
  { name: "tokens", to: "/system/tokens", icon: KeyOutlined, group: "system", opensTo },
  { name: "sessions", to: "/system/sessions", icon: DesktopOutlined, group: "system" },
];
