import { addDays } from "../days.ts";
import type { Assignment, Draft } from "../draft.ts";
import { gridOn } from "../past/changes.ts";
import { administrator, chiefOf, type Deed, type Log, membersLoadedOn, momentFor, onceKnown, tell } from "./log.ts";
import { later } from "./office-hours.ts";
import { assigned, ended, firstDayOf, lastDayOf } from "./seat-deeds.ts";

interface Step {
  day: string;
  by: string;
  gridId: string;
  memberId: string;
  /** Whoever leaves a seat does so before the next one sits down. */
  isEnd: boolean;
  deed: Deed;
}

/** Who took up and laid down which seat since a file brought the first ones: what a station changes for one day, it enters at one sitting. */
export function tellPosts(log: Log): void {
  const sittings = new Map<string, Step[]>();
  for (const step of log.draft.assignments.flatMap((assignment) => stepsOf(log.draft, assignment))) {
    const key = `${step.day} ${step.by}`;
    sittings.set(key, [...(sittings.get(key) ?? []), step]);
  }
  for (const steps of sittings.values()) tellSitting(log, steps.toSorted(inOrder));
}

function stepsOf(draft: Draft, assignment: Assignment): Step[] {
  const { gridId, memberId } = assignment;
  const [first, last] = [firstDayOf(assignment), lastDayOf(assignment)];
  const step = (day: string, isEnd: boolean, deed: Deed) => ({
    day,
    by: enteredBy(draft, assignment, day),
    gridId,
    memberId,
    isEnd,
    deed,
  });
  return [
    ...(first > membersLoadedOn ? [step(first, false, assigned(draft, assignment))] : []),
    ...(last && !isToldElsewhere(draft, assignment, last) ? [step(last, true, ended(assignment))] : []),
  ];
}

/** The chief of the station that the grid was of; on the day on which it came to another one, the administrator. */
function enteredBy(draft: Draft, { gridId }: Assignment, day: string): string {
  const grid = draft.grids.find(({ id }) => id === gridId)!;
  const [before, on] = [addDays(day, -9), addDays(day, 9)].map((each) => gridOn(draft, grid, each).stationId);
  if (before !== on) return administrator;
  return chiefOf(draft, on!);
}

/** With the leaving of the member or the closing of the grid. */
function isToldElsewhere({ members, grids, breaks }: Draft, { gridId, memberId }: Assignment, last: string): boolean {
  return (
    members.some(({ id, leftOn }) => id === memberId && leftOn === last) ||
    breaks.some((gap) => gap.memberId === memberId && gap.startsOn === last) ||
    grids.some(({ id, closedOn }) => id === gridId && closedOn === last)
  );
}

const inOrder = (one: Step, other: Step) =>
  one.gridId === other.gridId ? Number(other.isEnd) - Number(one.isEnd) : one.gridId < other.gridId ? -1 : 1;

function tellSitting(log: Log, steps: Step[]) {
  let at = momentFor(log.draft, steps[0]!.day);
  for (const { by, gridId, memberId, deed } of steps) {
    at = onceKnown(log, at, gridId, memberId);
    tell(log, at, by, deed);
    at = later(at, log.draft.pastRandom.int(1, 4));
  }
}
