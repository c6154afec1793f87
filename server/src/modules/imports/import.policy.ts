import type { Policy } from "#kernel/command";

/** Over the whole bureau: what is imported may lie anywhere in it. */
export const mayImport: Policy = { action: "IMPORT", roles: ["BUREAU_ADMINISTRATOR"] };
