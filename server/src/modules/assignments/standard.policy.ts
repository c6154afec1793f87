import type { Policy } from "#kernel/command";

export const mayManageStandards: Policy = { action: "MANAGE_STANDARDS", roles: ["BUREAU_ADMINISTRATOR"] };
