import type { FieldFault } from "#kernel/errors";
import { checkText } from "#kernel/text";
import type { ServiceBreak } from "./breaks.store.ts";
import type { MemberRow, NewMember, StandIn } from "./member.store.ts";
import { readPhone } from "#kernel/phone";

type Described = Pick<NewMember, "name" | "badge" | "phone">;

/** The trimmed texts of a member; what is wrong with them is added to `faults`. */
export function checkMember(
  faults: FieldFault[],
  { name, badge, phone }: Record<keyof Described, string | null | undefined>,
): Described {
  const checked = {
    name: checkText(faults, ["input", "name"], name, { required: true, most: 40 }) ?? "",
    badge: checkText(faults, ["input", "badge"], badge, { required: true, most: 32 }) ?? "",
    phone: checkPhone(faults, ["input", "phone"], phone),
  };
  if (checked.badge && !/^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(checked.badge))
    faults.push({ path: ["input", "badge"], code: "MEMBER_BADGE_SHAPE" });
  if (/^\d+\.0+$/.test(checked.badge)) faults.push({ path: ["input", "badge"], code: "MEMBER_BADGE_DECIMAL" });
  return checked;
}

function checkPhone(faults: FieldFault[], path: FieldFault["path"], given: string | null | undefined): string | null {
  const phone = checkText(faults, path, given, { most: 40 });
  if (phone === null) return null;
  const read = readPhone(phone);
  if ("value" in read) return read.value;
  faults.push({ path, code: `MEMBER_${read.fault}` });
  return phone;
}

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

/** Those the member is to stand in for past the day. */
export const standsInFaults = (standsIn: readonly StandIn[]): FieldFault[] =>
  standsIn.map(({ member, badge }) => ({
    path: ["input", "on"],
    code: "MEMBER_STANDS_IN",
    params: { member, badge },
  }));
