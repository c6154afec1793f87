import { accountsPages, accountsRoutes } from "../features/accounts/routes.tsx";
import { apiPages, apiRoutes } from "../features/api/routes.tsx";
import { auditPages, auditRoutes } from "../features/audit/routes.tsx";
import { organisationPages, organisationRoutes } from "../features/organisation/routes.tsx";
import { unitFinder } from "../features/organisation/unit-finder.ts";
import { gridFinder } from "../features/grids/grid-finder.ts";
import { gridsPages, gridsRoutes } from "../features/grids/routes.tsx";
import { importPages, importRoutes } from "../features/import/routes.tsx";
import { memberFinder } from "../features/members/member-finder.ts";
import { membersPages, membersRoutes } from "../features/members/routes.tsx";
import { standardsPages, standardsRoutes } from "../features/standards/routes.tsx";
import { workbenchPages, workbenchRoutes } from "../features/workbench/routes.tsx";
import type { Finder } from "../lib/finders.ts";
import type { Page } from "../lib/pages.ts";

/** Pages inside the shell, with its menu and header. */
export const inside = [
  ...workbenchRoutes,
  ...gridsRoutes,
  ...membersRoutes,
  ...importRoutes,
  ...apiRoutes,
  ...organisationRoutes,
  ...standardsRoutes,
  ...accountsRoutes,
  ...auditRoutes,
] as const;

/** The side menu and the palette, in this order. */
export const pages: readonly Page[] = [
  ...workbenchPages,
  ...gridsPages,
  ...membersPages,
  ...importPages,
  ...apiPages,
  ...organisationPages,
  ...standardsPages,
  ...accountsPages,
  ...auditPages,
];

/** What the palette looks things up with, beside the pages. */
export const finders: readonly Finder[] = [unitFinder, gridFinder, memberFinder];
