import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { SeatInput } from "./assignment.inputs.ts";
import { type Candidate, faultsOfPeriod } from "./assignment.rules.ts";

/** A candidate from the input at `path`; what is wrong with it by itself is added to `faults`. */
export function candidateOf(faults: FieldFault[], input: SeatInput, path: Candidate["path"], now: Date): Candidate {
  const candidate: Candidate = {
    path,
    gridId: input.gridId,
    duty: input.duty,
    memberId: input.memberId,
    from: input.from ?? now,
    to: input.to ?? null,
    concurrentPost: checkText(faults, [...path, "concurrentPost"], input.concurrentPost, { most: 60 }),
    onlyIfVacant: input.onlyIfVacant ?? false,
    reason: checkText(faults, [...path, "reason"], input.reason, { most: 200 }),
  };
  faults.push(...faultsOfPeriod(candidate, now));
  return candidate;
}
