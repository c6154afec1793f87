import type { Module } from "./kernel/schema.ts";
import { audit } from "./modules/audit/index.ts";
import { auth } from "./modules/auth/index.ts";
import { organisation } from "./modules/organisation/index.ts";
import { members } from "./modules/members/index.ts";
import { grids } from "./modules/grids/index.ts";
import { assignments } from "./modules/assignments/index.ts";
import { calendar } from "./modules/calendar/index.ts";
import { work } from "./modules/work/index.ts";
import { matters } from "./modules/matters/index.ts";
import { evidence } from "./modules/evidence/index.ts";
import { catalogue } from "./modules/catalogue/index.ts";
import { checklists } from "./modules/checklists/index.ts";
import { orders } from "./modules/orders/index.ts";
import { rechecks } from "./modules/rechecks/index.ts";
import { lists } from "./modules/lists/index.ts";
import { days } from "./modules/days/index.ts";
import { imports } from "./modules/imports/index.ts";
import { views } from "./modules/views/index.ts";
import { exporting } from "./modules/exporting/index.ts";

/** In order: a later module may import an earlier one, never back. */
export const modules: readonly Module[] = [
  audit,
  auth,
  organisation,
  members,
  grids,
  assignments,
  calendar,
  work,
  matters,
  evidence,
  catalogue,
  checklists,
  orders,
  rechecks,
  lists,
  days,
  imports,
  views,
  exporting,
];
