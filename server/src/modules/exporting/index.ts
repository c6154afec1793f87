import "./exports.messages.ts";
import type { Module } from "#kernel/schema";

/** Lists as files: what is shown, in its own columns or in the layouts that stations keep. */
export const exporting: Module = { name: "exporting", resolvers: [] };
export { exportFile, type WrittenFile } from "./export-file.ts";
export { exportShown } from "./export-shown.ts";
export { isLayoutName } from "./layouts.ts";
export { readShownExport } from "./shown-input.ts";
export { listedDocument } from "./listed-document.ts";
export { tableOfShown } from "./read-shown.ts";
