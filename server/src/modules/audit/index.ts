import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { AuditResolver } from "./audit.resolver.ts";

export const audit: Module = {
  name: "audit",
  resolvers: [AuditResolver],
  texts: { line: ["action", "entityType"], search: ["actor"], verbatim: ["hash"] },
};
export { checkPortion, firstLost, headsToKeep, type Portion } from "./audit-chain.store.ts";
export { openHeadsFile } from "./heads-file.ts";
export { keepHeadsHourly, openKeeper } from "./keep-heads.ts";
export { compareHeads, type FurthestHeads, type KeptHead, noteHeads } from "./kept-heads.ts";
export { mayReadAuditLog } from "./audit.policy.ts";
export { guardInHistory, nameInHistory } from "./history-sight.rows.ts";
export { history, HistoryEntry } from "./history.types.ts";
