import { matterFinder, workFinder } from "../features/dispatch/work-finders.ts";
import { gridFinder } from "../features/grids/grid-finder.ts";
import { memberFinder } from "../features/members/member-finder.ts";
import { unitFinder } from "../features/organisation/unit-finder.ts";
import type { Finder } from "../lib/finders.ts";

/** What the palette looks things up with, beside the pages. */
export const finders: readonly Finder[] = [unitFinder, gridFinder, memberFinder, matterFinder, workFinder];
