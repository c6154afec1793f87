import { assign } from "./assign.ts";
import type { Answer } from "./database.ts";
import { desk } from "./desk.ts";
import { grid } from "./grid.ts";
import { issue } from "./issue.ts";
import { bureauMatrix, matrix } from "./matrix.ts";
import { memberWork } from "./member-work.ts";
import { overview } from "./overview.ts";
import { page } from "./page.ts";
import { review } from "./review.ts";
import { submit } from "./submit.ts";

/** Each answers with our very bytes for a bureau that the request names: no session, no limits, no row-level security. */
export const answers: Readonly<Record<string, Answer>> = {
  overview,
  page,
  grid,
  assign,
  desk,
  "member-work": memberWork,
  issue,
  submit,
  review,
  matrix,
  "bureau-matrix": bureauMatrix,
};
