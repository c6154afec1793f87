import type { Module } from "#kernel/schema";

export const audit: Module = { name: "audit", resolvers: [] };
export { history, HistoryEntry } from "./history.types.ts";
