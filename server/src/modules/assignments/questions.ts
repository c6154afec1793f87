import type { FieldFault } from "#kernel/errors";
import { question } from "#kernel/question";
import type { AssignmentToUndo } from "./undo.store.ts";

/** What stands on an assignment by now and keeps it from being undone. */
export const undoingAssignment = question<{ assignment: AssignmentToUndo; path: FieldFault["path"] }, FieldFault>();
