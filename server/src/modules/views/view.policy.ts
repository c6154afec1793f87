import type { Policy } from "#kernel/command";

/** Those of others, which their owners have shared and left behind. */
export const mayManageListViews: Policy = { action: "MANAGE_LIST_VIEWS", roles: ["BUREAU_ADMINISTRATOR"] };
