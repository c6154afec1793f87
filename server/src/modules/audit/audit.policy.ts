import type { Policy } from "#kernel/command";

const roles: Policy["roles"] = ["BUREAU_ADMINISTRATOR", "AUDITOR"];

export const mayReadAuditLog: Policy = { action: "READ_AUDIT_LOG", roles };
export const mayCheckAuditChain: Policy = { action: "CHECK_AUDIT_CHAIN", roles };
