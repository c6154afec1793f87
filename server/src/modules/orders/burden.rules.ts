import { dayOf, mondayOf } from "#kernel/day";

/**
 * What tasks and runs may take of a member's week before more needs a reason: 20 hours, as the national norm has a community officer
 * spend in the community.
 */
export const weeklyCapMinutes = 20 * 60;

/** The week that a task counts in: that of its last day, or else of the day on which it opens. */
export const weekOf = (dueOn: string | null | undefined, opensAt: Date) => mondayOf(dueOn ?? dayOf(opensAt));

export interface Burden {
  memberId: string;
  member: string;
  minutes: number;
}

/** Whom it would bring over the cap, with the minutes of the week that it makes. */
export const overCap = (held: readonly Burden[], added: ReadonlyMap<string, number>): Burden[] =>
  held
    .map(({ memberId, member, minutes }) => ({ memberId, member, minutes: minutes + (added.get(memberId) ?? 0) }))
    .filter(({ minutes }) => minutes > weeklyCapMinutes);
