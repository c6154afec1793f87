import { accounts } from "../features/accounts/routes.tsx";
import { api } from "../features/api/routes.tsx";
import { audit } from "../features/audit/routes.tsx";
import { calendar } from "../features/calendar/routes.tsx";
import { catalogue } from "../features/catalogue/routes.tsx";
import { checklists } from "../features/checklists/routes.tsx";
import { coming } from "../features/coming/routes.tsx";
import { compare } from "../features/compare/routes.tsx";
import { deadlines } from "../features/deadlines/routes.tsx";
import { dispatch } from "../features/dispatch/routes.tsx";
import { funnel } from "../features/funnel/routes.tsx";
import { grids } from "../features/grids/routes.tsx";
import { importing } from "../features/import/routes.tsx";
import { matters } from "../features/matters/routes.tsx";
import { members } from "../features/members/routes.tsx";
import { myWork } from "../features/my-work/routes.tsx";
import { organisation } from "../features/organisation/routes.tsx";
import { proposals } from "../features/proposals/routes.tsx";
import { rechecks } from "../features/rechecks/routes.tsx";
import { review } from "../features/review/routes.tsx";
import { standards } from "../features/standards/routes.tsx";
import { workbench } from "../features/workbench/routes.tsx";
import type { Page } from "../lib/pages.ts";

/** In the order of the side menu. */
const features = [
  workbench,
  dispatch,
  matters,
  funnel,
  myWork,
  checklists,
  review,
  rechecks,
  grids,
  proposals,
  compare,
  coming,
  members,
  importing,
  api,
  organisation,
  standards,
  catalogue,
  deadlines,
  calendar,
  accounts,
  audit,
];

type Inside = (typeof features)[number]["routes"][number];

/** Pages inside the shell, with its menu and header. */
export const inside = features.flatMap(({ routes }): readonly Inside[] => routes);

/** The side menu and the palette, in this order. */
export const pages: readonly Page[] = features.flatMap((feature) => feature.pages);
