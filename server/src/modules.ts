import type { Module } from "./kernel/schema.ts";
import { audit } from "./modules/audit/index.ts";
import { auth } from "./modules/auth/index.ts";
import { organisation } from "./modules/organisation/index.ts";
import { members } from "./modules/members/index.ts";
import { grids } from "./modules/grids/index.ts";
import { assignments } from "./modules/assignments/index.ts";
import { imports } from "./modules/imports/index.ts";

/** In order: a later module may import an earlier one, never back. */
export const modules: readonly Module[] = [audit, auth, organisation, members, grids, assignments, imports];
