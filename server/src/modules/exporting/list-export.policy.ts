import type { Policy } from "#kernel/command";

/** Exports that somebody else has asked for; one's own are one's own. */
export const mayManageListExports: Policy = { action: "MANAGE_LIST_EXPORTS", roles: ["BUREAU_ADMINISTRATOR"] };
