import { Conflict, type FieldFault, Invalid } from "./errors.ts";

/** Refuses with all that is wrong with the input by itself. */
export function assertValid(faults: FieldFault[]) {
  if (faults.length > 0) throw new Invalid(faults);
}

/** Refuses with all that the input collides with. */
export function assertNoConflict(faults: FieldFault[]) {
  if (faults.length > 0) throw new Conflict(faults);
}
