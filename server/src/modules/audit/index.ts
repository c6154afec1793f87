import type { Module } from "#kernel/schema";
import { AuditResolver } from "./audit.resolver.ts";

export const audit: Module = { name: "audit", resolvers: [AuditResolver] };
export { mayReadAuditLog } from "./audit.policy.ts";
export { history, HistoryEntry } from "./history.types.ts";
