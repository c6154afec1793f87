import type {
  ComingKind,
  Complexity,
  Duty,
  GridKind,
  MemberKind,
  MemberStatus,
  SixRole,
} from "@maple-bridge/schema/documents";

/** The contract's enums in the order people know them by. */
export const duties = [
  "RESPONSIBLE_OFFICER",
  "AUXILIARY",
  "MEDIATOR",
  "SECURITY_DIRECTOR",
  "GRID_WORKER",
] as const satisfies readonly Duty[];

/** What is to happen to posts. */
export const comingKinds = [
  "ASSIGNMENT_STARTS",
  "ASSIGNMENT_ENDS",
  "ABSENCE_STARTS",
  "ABSENCE_ENDS",
  "GRID_OPENS",
  "GRID_CLOSES",
] as const satisfies readonly ComingKind[];

export const endings = ["ASSIGNMENT_ENDS", "ABSENCE_ENDS", "GRID_CLOSES"] as const satisfies readonly ComingKind[];

export const gridKinds = [
  "VILLAGE",
  "COMMUNITY",
  "ENTERPRISE",
  "COMMERCIAL",
  "SCENIC",
] as const satisfies readonly GridKind[];

export const complexities = ["ORDINARY", "COMPLEX"] as const satisfies readonly Complexity[];

export const memberKinds = [
  "OFFICER",
  "AUXILIARY",
  "MEDIATOR",
  "SECURITY_DIRECTOR",
  "GRID_WORKER",
  "VOLUNTEER",
  "LAWYER",
] as const satisfies readonly MemberKind[];

export const memberStatuses = ["ACTIVE", "ON_LEAVE", "LEFT"] as const satisfies readonly MemberStatus[];

export const sixRoles = [
  "ORGANISER",
  "COLLECTOR",
  "MEDIATOR",
  "PUBLICIST",
  "LIAISON",
  "HELPER",
] as const satisfies readonly SixRole[];

/** In an address, in place of a township's code. */
export const noTownship = "none";
