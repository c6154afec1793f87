import "./members.messages.ts";
import "./on-organisation.store.ts";
import { defineConstraint } from "#kernel/database/refusals";
import type { Module } from "#kernel/schema";
import { datedActions, everydayActions, guardInHistory, nameInHistory } from "#modules/audit";
import { AbsenceMutations } from "./absence.resolver.ts";
import { BulkMemberResolver, MemberLists, MemberMutations, MemberResolver } from "./member.resolver.ts";
import { isIdInSight, mayKnowWhyAway } from "./member.rows.ts";
import { OnUnit } from "./on-unit.resolver.ts";
import { OpenedPhoneResolver } from "./opened-phone.resolver.ts";

defineConstraint("members_badge_written", { path: ["input", "badge"], code: "MEMBER_BADGE_WRITTEN" });
defineConstraint("members_badge_unique", { path: ["input", "badge"], code: "MEMBER_TAKEN_MEANWHILE" });
defineConstraint("absences_one_at_a_time", { path: ["input", "from"], code: "ABSENCE_OVERLAPS_MEANWHILE" });
everydayActions("member.openPhone");
datedActions({ actions: ["member."], days: ["startsOn", "leftOn"] });
datedActions({ actions: ["absence."], days: ["startsAt", "endsAt"] });
nameInHistory({ id: "memberId", names: ["member", "badge"], sees: isIdInSight });
guardInHistory({
  actions: "absence.",
  key: "reason",
  mayKnow: (entry, reading) => mayKnowWhyAway(entry.entityId, reading),
});

export const members: Module = {
  name: "members",
  resolvers: [
    MemberLists,
    MemberResolver,
    MemberMutations,
    BulkMemberResolver,
    AbsenceMutations,
    OnUnit,
    OpenedPhoneResolver,
  ],
  texts: { code: ["badge", "phone"] },
};
export { Absence } from "./absence.types.ts";
export { Member, MemberConnection } from "./member.types.ts";
export { laterMemberOrders, memberConditions } from "./member-filter.types.ts";
export { MemberKind } from "./member-kind.ts";
export {
  hasLeft,
  isAbsent,
  isOfUnits,
  isIdInSight as isMemberIdInSight,
  isInSight as isMemberInSight,
  memberRows,
  seenBesides,
  standInOf,
  viewerMember,
  viewerUnits,
} from "./member.rows.ts";
export { lockMember, unitsTable } from "./member.store.ts";
export {
  changingKind,
  joining,
  leaving,
  standingIn,
  type Succession,
  transferring,
  undoingAbsence,
} from "./questions.ts";
export { masked } from "./member.rules.ts";
