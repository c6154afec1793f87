import "./exports.messages.ts";
import type { Module } from "#kernel/schema";

/** Lists as files: what is shown, in the layouts that stations keep. */
export const exporting: Module = { name: "exporting", resolvers: [] };
export { exportFile } from "./export-file.ts";
export { isLayoutName } from "./layouts.ts";
