import type { Policy } from "#kernel/command";

export const mayManageUnits: Policy = { action: "MANAGE_UNITS", roles: ["BUREAU_ADMINISTRATOR"] };
export const mayManageDivisions: Policy = { action: "MANAGE_DIVISIONS", roles: ["BUREAU_ADMINISTRATOR"] };
