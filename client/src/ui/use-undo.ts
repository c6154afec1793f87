import { UndoAbsenceDocument, UndoAssignmentsDocument } from "@maple-bridge/schema/documents";
import type { Undoable } from "../lib/done.ts";
import type { Problem } from "../lib/problem.ts";
import { useCommand } from "../lib/use-command.ts";

/** Undoes what was done; gives why not, where something stands on it. */
export function useUndo() {
  const [undoAssignments, isUndoing] = useCommand(UndoAssignmentsDocument);
  const [undoAbsence, isTakingBack] = useCommand(UndoAbsenceDocument);
  async function undo(what: Undoable): Promise<Problem | undefined> {
    if ("assignments" in what) return (await undoAssignments({ ids: [...what.assignments] })).problem;
    const { id, version: expectedVersion } = what.absence;
    return (await undoAbsence({ id, expectedVersion })).problem;
  }
  return [undo, isUndoing || isTakingBack] as const;
}
