import { dayOf, startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import type { MemberRow } from "./member.store.ts";

/** A member is away over [startsAt, endsAt), open at the end when null. */
export interface Away {
  memberId: string;
  substituteId: string | null;
  startsAt: Date;
  endsAt: Date | null;
}
type Period = Pick<Away, "startsAt" | "endsAt">;

const never = Number.POSITIVE_INFINITY;
const endOf = ({ endsAt }: Period) => endsAt?.getTime() ?? never;

export const overlaps = (a: Period, b: Period) => a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a);

const covers = (outer: Period, inner: Period) => outer.startsAt <= inner.startsAt && endOf(outer) >= endOf(inner);

const overlapOf = (a: Period, b: Period): Period => ({
  startsAt: a.startsAt > b.startsAt ? a.startsAt : b.startsAt,
  endsAt: endOf(a) < endOf(b) ? a.endsAt : b.endsAt,
});

export function periodFaults({ startsAt, endsAt }: Period): FieldFault[] {
  return endsAt && endsAt <= startsAt ? [{ path: ["input", "to"], code: "ABSENCE_ENDS_BEFORE_START" }] : [];
}

/** What the absence collides with, among the others of that time in the bureau. */
export function absenceFaults(
  away: Away,
  member: MemberRow,
  substitute: MemberRow | null,
  others: readonly Away[],
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (member.leftOn !== null && endOf(away) > Date.parse(startOfDay(member.leftOn)))
    faults.push({
      path: ["input", "to"],
      code: "MEMBER_HAS_LEFT",
      params: { member: member.name, badge: member.badge, on: member.leftOn },
    });
  for (const other of others)
    if (other.memberId === away.memberId && overlaps(other, away))
      faults.push({
        path: ["input", "from"],
        code: "ABSENCE_OVERLAPS",
        params: { from: dayOf(other.startsAt), to: other.endsAt ? dayOf(other.endsAt) : "…" },
      });
  return substitute ? [...faults, ...substituteFaults(away, substitute, others)] : faults;
}

function substituteFaults(away: Away, substitute: MemberRow, others: readonly Away[]): FieldFault[] {
  const path = ["input", "substituteId"];
  const params = { member: substitute.name, badge: substitute.badge };
  if (substitute.id === away.memberId) return [{ path, code: "ABSENCE_SUBSTITUTE_SELF" }];
  const faults: FieldFault[] = [];
  if (substitute.leftOn !== null && endOf(away) > Date.parse(startOfDay(substitute.leftOn)))
    faults.push({ path, code: "MEMBER_HAS_LEFT", params: { ...params, on: substitute.leftOn } });
  if (others.some((other) => other.memberId === substitute.id && other.substituteId === null && covers(other, away)))
    faults.push({ path, code: "ABSENCE_SUBSTITUTE_AWAY", params });
  if (leadsBack(away.memberId, substitute.id, away, others))
    faults.push({ path, code: "ABSENCE_SUBSTITUTE_LOOP", params });
  return faults;
}

/** Whether at some moment of the period the substitutes, one after another, come back to the member. */
export function leadsBack(
  memberId: string,
  substituteId: string,
  period: Period,
  others: readonly Away[],
  passed: readonly string[] = [],
): boolean {
  if (substituteId === memberId) return true;
  if (passed.includes(substituteId)) return false;
  return others
    .filter((other) => other.memberId === substituteId && overlaps(other, period))
    .some(
      (other) =>
        other.substituteId !== null &&
        leadsBack(memberId, other.substituteId, overlapOf(other, period), others, [...passed, substituteId]),
    );
}

/** Over, or taken back before it began. */
export const isOver = ({ startsAt, endsAt }: Period, now: Date) =>
  endsAt !== null && (endsAt <= now || endsAt.getTime() === startsAt.getTime());
