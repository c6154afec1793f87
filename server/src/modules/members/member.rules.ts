import { startOfDay } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { Deed } from "#kernel/record";
import type { ServiceBreak } from "./breaks.store.ts";
import type { MemberRow, NewMember, StandIn } from "./member.store.ts";
import type { Seat } from "./seats.store.ts";

type Described = Pick<NewMember, "name" | "badge" | "phone">;

/** The trimmed texts of a member; what is wrong with them is added to `faults`. */
export function checkMember(
  faults: FieldFault[],
  { name, badge, phone }: Record<keyof Described, string | null | undefined>,
): Described {
  const checked = {
    name: checkText(faults, ["input", "name"], name, { required: true, most: 40 }) ?? "",
    badge: checkText(faults, ["input", "badge"], badge, { required: true, most: 32 }) ?? "",
    phone: checkText(faults, ["input", "phone"], phone, { most: 20 })?.replaceAll(" ", "") ?? null,
  };
  if (checked.badge && !/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(checked.badge))
    faults.push({ path: ["input", "badge"], code: "MEMBER_BADGE_SHAPE" });
  if (checked.phone && !isPhone(checked.phone)) faults.push({ path: ["input", "phone"], code: "MEMBER_PHONE_SHAPE" });
  return checked;
}

export const isPhone = (phone: string) =>
  /^1[3-9]\d{9}$/.test(phone) || /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/.test(phone);

/** What the audit log tells of a member: of a telephone number no more than its end. */
export const masked = <T extends { phone?: string | null }>(told: T): T =>
  "phone" in told && told.phone ? { ...told, phone: `***${told.phone.slice(-4)}` } : told;

export const leftFault = (member: MemberRow, path: FieldFault["path"]): FieldFault => ({
  path,
  code: "MEMBER_HAS_LEFT",
  params: { member: member.name, badge: member.badge, on: member.leftOn! },
});

export function joiningFaults(
  { joinedOn, leftOn }: Pick<MemberRow, "joinedOn" | "leftOn">,
  breaks: readonly ServiceBreak[],
): FieldFault[] {
  const left = breaks[0]?.startsOn ?? leftOn;
  if (!joinedOn || !left || joinedOn <= left) return [];
  return [{ path: ["input", "joinedOn"], code: "MEMBER_LEFT_EARLIER", params: { on: left } }];
}

/** Nobody leaves for good before a return that is known; on the day of the leaving itself, the return is taken back. */
export const leavingBeforeFaults = (gap: ServiceBreak | undefined, on: string): FieldFault[] =>
  gap && on < gap.endsOn && on !== gap.startsOn
    ? [{ path: ["input", "on"], code: "MEMBER_COMES_BACK_LATER", params: { from: gap.startsOn, to: gap.endsOn } }]
    : [];

/** What keeps a member from leaving on a day: seats held past it, and those they are to stand in for. */
export function leavingFaults(
  seats: readonly Seat[],
  standsIn: readonly StandIn[],
  now: Date,
  mayEnd: boolean,
): FieldFault[] {
  const path = ["input", "on"];
  const held = seats.flatMap(({ grid, gridCode, endsAt }) => {
    const params = { grid, gridCode };
    if (endsAt && endsAt <= now) return [{ path, code: "MEMBER_HELD_SEAT_LATER", params }];
    return mayEnd ? [] : [{ path, code: "MEMBER_HOLDS_SEAT", params }];
  });
  return [
    ...held,
    ...standsIn.map(({ member, badge }) => ({ path, code: "MEMBER_STANDS_IN", params: { member, badge } })),
  ];
}

/** When a seat ends that is to end with the day: one that would begin later is taken back. */
const endOf = ({ startsAt }: Seat, day: string) =>
  startsAt.toISOString() > startOfDay(day) ? startsAt.toISOString() : startOfDay(day);

export const endingOf = (seat: Seat, on: string, reason: string | null): Deed => ({
  action: "assignment.end",
  entity: { type: "Assignment", id: seat.id },
  before: { endsAt: seat.endsAt?.toISOString() ?? null },
  after: { endsAt: endOf(seat, on) },
  reason,
});
