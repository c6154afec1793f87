import type { Policy } from "#kernel/command";

export const mayReadAuditLog: Policy = { action: "READ_AUDIT_LOG", roles: ["BUREAU_ADMINISTRATOR", "AUDITOR"] };
