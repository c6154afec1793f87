import type { Policy } from "#kernel/command";

/** Imports; what a file holds may lie anywhere in the bureau. */
export const mayImport: Policy = { action: "IMPORT", roles: ["BUREAU_ADMINISTRATOR"] };
