import "reflect-metadata";
import "./audit.messages.ts";
import type { Module } from "#kernel/schema";
import { AuditResolver, ChainCheckLists, ChainCheckMutations } from "./audit.resolver.ts";
import { checkAskedChain, checkChainNightly } from "./chain-check-jobs.ts";
import { everydayActions } from "./odd-changes.rows.ts";

export const audit: Module = {
  name: "audit",
  resolvers: [AuditResolver, ChainCheckLists, ChainCheckMutations],
  texts: { line: ["action", "entityType"], search: ["actor"], verbatim: ["hash"] },
  jobs: [checkAskedChain, checkChainNightly],
};
everydayActions("auditChain.");

export { firstLost, headsToKeep } from "./audit-chain.store.ts";
export { beginBy } from "./chain-check.store.ts";
export { checkChain, lookAtChain } from "./check-chain.ts";
export { openHeadsFile } from "./heads-file.ts";
export { keepHeadsHourly, openKeeper } from "./keep-heads.ts";
export { compareHeads, type FurthestHeads, type KeptHead, noteHeads } from "./kept-heads.ts";
export { mayCheckAuditChain, mayReadAuditLog } from "./audit.policy.ts";
export { guardInHistory, nameInHistory } from "./history-sight.rows.ts";
export { history, HistoryEntry } from "./history.types.ts";
export { datedActions, everydayActions } from "./odd-changes.rows.ts";
