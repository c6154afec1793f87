import type {
  CommunityFeedbackKind,
  Light,
  MatterKind,
  MatterSource,
  OrderKind,
  PartyRole,
  Urgency,
  WorkKind,
  WorkState,
} from "@maple-bridge/schema/documents";

/** The contract's enums of work, in the order people know them by. */
export const urgencies = ["ORDINARY", "URGENT", "CRITICAL"] as const satisfies readonly Urgency[];
export const workKinds = ["ORDER", "TASK", "RECEIPT", "RUN"] as const satisfies readonly WorkKind[];
export const orderKinds = [
  "INCIDENT",
  "CASE",
  "COMMUNITY",
  "SUPERVISION",
  "LINKAGE",
] as const satisfies readonly OrderKind[];
/** Those that are issued of a matter: a supervision is of other work. */
export const issuedKinds = ["INCIDENT", "CASE", "COMMUNITY", "LINKAGE"] as const satisfies readonly OrderKind[];
export const openStates = [
  "ISSUED",
  "ACCEPTED",
  "ARRIVED",
  "SUBMITTED",
  "RETURNED",
  "DECLINED",
] as const satisfies readonly WorkState[];
export const workStates = [...openStates, "CLOSED", "MISSED", "CANCELLED"] as const satisfies readonly WorkState[];
export const lights = ["OVERDUE", "DUE_SOON", "NORMAL", "SUSPENDED", "NONE"] as const satisfies readonly Light[];
export const communityKinds = ["DISPUTE", "HAZARD", "SERVICE"] as const satisfies readonly CommunityFeedbackKind[];
export const matterKinds = ["INCIDENT", "DISPUTE", "HAZARD", "SERVICE"] as const satisfies readonly MatterKind[];
export const matterSources = [
  "EMERGENCY_110",
  "HOTLINE_12345",
  "WALK_IN",
  "PATROL",
  "VISIT",
  "CHECKLIST",
  "GRID_WORKER",
  "PARTNER",
  "API",
  "LEDGER",
] as const satisfies readonly MatterSource[];
export const partyRoles = [
  "PARTY_A",
  "PARTY_B",
  "PARTY_C",
  "PARTY_D",
  "CALLER",
  "OTHER",
] as const satisfies readonly PartyRole[];
