import type { Role } from "@maple-bridge/schema/documents";

const guarded: ReadonlySet<Role> = new Set(["BUREAU_ADMINISTRATOR", "AUDITOR"]);

/** Nobody gives these alone, nor a password to who has one: another administrator confirms it. */
export const isGuarded = (role: Role | undefined) => role !== undefined && guarded.has(role);
