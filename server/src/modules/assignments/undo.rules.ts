import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { undoHours } from "#kernel/undo";
import { type Candidate, daysText } from "./assignment.rules.ts";
import type { AssignmentToUndo } from "./undo.store.ts";

type Path = FieldFault["path"];

/** What keeps an assignment from being undone by what became of it since. */
export function faultsOfUndo(undone: AssignmentToUndo, now: Date, path: Path): FieldFault[] {
  const { member, badge, from, to, createdAt, lastDeed, successor } = undone;
  const fault = (code: string, params: Record<string, string | number> = {}) => [
    { path, code, params: { member, badge, ...params } },
  ];
  if (to && to <= from) return fault("UNDO_TAKEN_BACK");
  if (successor)
    return fault("UNDO_REPLACED", { by: successor.member, byBadge: successor.badge, on: dayOf(successor.from) });
  if (lastDeed === "assignment.end") return fault("UNDO_ENDED", { on: dayOf(to!) });
  if (lastDeed !== "assignment.assign" && lastDeed !== "assignment.reopen") return fault("UNDO_BROUGHT_IN");
  if (to && to <= now) return fault("ASSIGNMENT_OVER", { period: daysText({ from, to }) });
  return now.getTime() - createdAt.getTime() > undoHours * 3_600_000
    ? fault("UNDO_TOO_LATE", { hours: undoHours })
    : [];
}

/** The one that was replaced goes on as if it had not been: over the time that its successor had. */
export function predecessorOf({ replaced, from, to }: AssignmentToUndo, path: Path): Candidate | undefined {
  if (!replaced) return undefined;
  const { gridId, duty, memberId } = replaced;
  return { path: [...path], gridId, duty, memberId, from, to, concurrentPost: null, reason: null, onlyIfVacant: false };
}

/** It ended when its successor began; one that was ended earlier meanwhile, or taken back, stays as it is now. */
export const predecessorChanged = ({ replaced, from }: AssignmentToUndo, path: Path): FieldFault[] =>
  !replaced || replaced.to?.getTime() === from.getTime()
    ? []
    : [{ path, code: "UNDO_PREDECESSOR_CHANGED", params: { member: replaced.member, badge: replaced.badge } }];
