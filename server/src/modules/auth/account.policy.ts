import type { Policy } from "#kernel/command";

/** All accounts with their roles, sessions and tokens; others see their own. Held over the whole bureau. */
export const maySeeAccounts: Policy = { action: "SEE_ACCOUNTS", roles: ["BUREAU_ADMINISTRATOR", "AUDITOR"] };

/** To make, change, disable and unlock accounts, give them first passwords, and end others' sessions and tokens. */
export const mayManageAccounts: Policy = { action: "MANAGE_ACCOUNTS", roles: ["BUREAU_ADMINISTRATOR"] };

export const mayManageRoles: Policy = { action: "MANAGE_ROLES", roles: ["BUREAU_ADMINISTRATOR"] };

/** To ask for, confirm and decline what no administrator does alone. */
export const mayConsent: Policy = { action: "CONSENT", roles: ["BUREAU_ADMINISTRATOR"] };

/** A token of one's own, which may do what its account may. */
export const mayCreateApiToken: Policy = { action: "CREATE_API_TOKEN", roles: ["BUREAU_ADMINISTRATOR"] };

export const mayUpdateSessionPolicy: Policy = { action: "UPDATE_SESSION_POLICY", roles: ["BUREAU_ADMINISTRATOR"] };
