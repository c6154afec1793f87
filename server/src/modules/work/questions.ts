import type { FieldFault } from "#kernel/errors";
import { question } from "#kernel/question";
import type { Deed } from "#kernel/record";
import type { Stepped } from "./step.ts";
import type { WorkAction } from "./work-actions.rules.ts";
import type { WorkItemRow } from "./work.store.ts";

/** Why a step may not be taken that the state table would allow, where a later module knows. */
export const keeping = question<{ item: WorkItemRow; action: WorkAction }, FieldFault>();

/** What follows from a step in the same transaction: with an accepted order its matter's receipt ends, say. */
export const stepped = question<Stepped, Deed>();
