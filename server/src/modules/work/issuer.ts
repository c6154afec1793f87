import type { Transaction } from "#kernel/command";
import { Forbidden } from "#kernel/errors";
import { mayIssueWork } from "./work.policy.ts";

/** The unit over which the actor commands one of the units: the highest, where there are several. */
export function issuerOf({ actor }: Transaction, ...over: readonly string[]): string {
  const held = actor.grants
    .filter(
      ({ role, whole, unitIds }) =>
        mayIssueWork.roles.includes(role) && (whole || over.some((unitId) => unitIds.includes(unitId))),
    )
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.unitIds.length - a.unitIds.length);
  if (!held[0]) throw new Forbidden();
  return held[0].unitId;
}
