import { DesktopOutlined, IdcardOutlined, KeyOutlined } from "@ant-design/icons";
import type { AccountOrder, Role } from "@maple-bridge/schema/documents";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { feature } from "../../lib/feature.ts";
import { listAddress } from "../../lib/list-state.ts";
import type { Openness } from "../../lib/pages.ts";
import { withWords } from "../../lib/locale.ts";
import { shellRoute } from "../../lib/routes.ts";
import { among, flagOf, textOf } from "../../lib/url-state.ts";
import { may } from "../../lib/viewer.tsx";

export const roles = [
  "BUREAU_ADMINISTRATOR",
  "STATION_CHIEF",
  "DISPATCHER",
  "MEMBER",
  "AUDITOR",
] as const satisfies readonly Role[];

const accountOrders = ["DISPLAY_NAME", "NAME", "CREATED_AT", "STATE"] as const satisfies readonly AccountOrder[];
export const accountStates = ["enabled", "disabled"] as const;

const accountSearch = listAddress(accountOrders, { q: textOf, role: among(roles), state: among(accountStates) });

export const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/accounts",
  validateSearch: accountSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./accounts-page.tsx")),
    "AccountsPage",
  ),
});

/** `all`: revoked and expired ones too. */
const tokenSearch = listAddress([], { all: flagOf });

export const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/tokens",
  validateSearch: tokenSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./tokens-page.tsx")),
    "TokensPage",
  ),
});

/** `own`: only those of whoever looks. */
const sessionSearch = listAddress([], { own: flagOf });

export const sessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/system/sessions",
  validateSearch: sessionSearch,
  component: lazyRouteComponent(
    withWords("setting-up", () => import("./sessions-page.tsx")),
    "SessionsPage",
  ),
});

const opensTo: Openness = {
  whom: "administratorsAndAuditors",
  when: (viewer) => may(viewer, "SEE_ACCOUNTS"),
};

export const accounts = feature({
  routes: [accountsRoute, tokensRoute, sessionsRoute],
  pages: [
    { name: "accounts", to: "/system/accounts", icon: IdcardOutlined, group: "system", opensTo },
    { name: "tokens", to: "/system/tokens", icon: KeyOutlined, group: "system", opensTo },
    { name: "sessions", to: "/system/sessions", icon: DesktopOutlined, group: "system" },
  ],
});
