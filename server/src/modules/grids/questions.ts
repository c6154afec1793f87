import type { FieldFault } from "#kernel/errors";
import { type Consequence, question } from "#kernel/question";
import type { Deed } from "#kernel/record";
import type { FixedFacts, GridRow } from "./grid.store.ts";

/** What follows from a grid's closing: `on` is its first day closed, and `mayEnd` says that what is held there ends too. */
export const closingGrid = question<
  { grid: GridRow; on: string; mayEnd: boolean; reason: string | null },
  Consequence
>();

/** What follows in the same transaction once a grid is another station's, or is to be. */
export const gridMoved = question<{ gridId: string }, Deed>();

/** What keeps a grid from having opened no earlier than that day. */
export const openingGrid = question<{ grid: { id: string } & FixedFacts }, FieldFault>();
