import type { Policy } from "#kernel/command";

/** Units, their closing and moving; held over the whole bureau. */
export const mayManageUnits: Policy = { action: "MANAGE_UNITS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Divisions of the national codes; held over the whole bureau. */
export const mayManageDivisions: Policy = { action: "MANAGE_DIVISIONS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Members of a unit: who they are and when they came and left. Here, so that a bureau can say who may add them. */
export const mayManageMembers: Policy = { action: "MANAGE_MEMBERS", roles: ["BUREAU_ADMINISTRATOR"] };

/** Grids of the bureau. Here, so that a bureau can say who may add them. */
export const mayCreateGrids: Policy = { action: "CREATE_GRID", roles: ["BUREAU_ADMINISTRATOR"] };
