import type { UnitFilter } from "@maple-bridge/schema/documents";

/** Where the viewer may add members. */
export const takesMembers: UnitFilter = { openOnly: true, viewerMay: "MANAGE_MEMBERS" };
