import type { Policy } from "#kernel/command";

/** How many holders grids ask for, and who may hold what; held over the whole bureau. */
export const mayManageStandards: Policy = { action: "MANAGE_STANDARDS", roles: ["BUREAU_ADMINISTRATOR"] };
