import { mutation, mutations } from "#kernel/mutations";
import { CancelAbsenceInput, RecordAbsenceInput, UndoAbsenceInput, UpdateAbsenceInput } from "./absence.inputs.ts";
import { Absence } from "./absence.types.ts";
import { cancelAbsence } from "./cancel-absence.ts";
import { recordAbsence } from "./record-absence.ts";
import { undoAbsence } from "./undo-absence.ts";
import { updateAbsence } from "./update-absence.ts";

export const AbsenceMutations = mutations({
  recordAbsence: mutation({
    input: RecordAbsenceInput,
    gives: Absence,
    does: recordAbsence,
    description:
      "Refused when it overlaps another absence of the member, or when the substitutes would lead back to the member at any moment.",
  }),
  updateAbsence: mutation({
    input: UpdateAbsenceInput,
    gives: Absence,
    does: updateAbsence,
    description:
      "Ends an absence early or late, or names another substitute; one that is over stays as it is. When another substitute takes over midway, the absence ends now and goes on as a new one, which is given: who stood in so far stays on record.",
  }),
  cancelAbsence: mutation({
    input: CancelAbsenceInput,
    gives: Absence,
    does: cancelAbsence,
    description: "Takes an absence back that has not begun.",
  }),
  undoAbsence: mutation({
    input: UndoAbsenceInput,
    gives: Absence,
    does: undoAbsence,
    description:
      "Takes an absence back that was recorded within 24 hours, begun or not: it never counted then. Refused with what stands on it: a change since, work that was done by who stood in.",
  }),
});
