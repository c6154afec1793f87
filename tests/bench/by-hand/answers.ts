import { assign } from "./assign.ts";
import type { Answer } from "./database.ts";
import { grid } from "./grid.ts";
import { overview } from "./overview.ts";
import { page } from "./page.ts";

/** Each answers with our very bytes for a bureau that the request names: no session, no limits, no row-level security. */
export const answers: Readonly<Record<string, Answer>> = { overview, page, grid, assign };
