import "reflect-metadata";
import "./exports.messages.ts";
import type { Module } from "#kernel/schema";
import { everydayActions } from "#modules/audit";
import { expireListExports } from "./expire-list-exports.ts";
import { ListExportLists, ListExportMutations } from "./list-export.resolver.ts";
import { ListExport } from "./list-export.types.ts";
import { writeListExport } from "./write-list-export.ts";

everydayActions("listExport.", "export.");

/** Lists as files: what is shown, in its own columns or in the layouts that stations keep. */
export const exporting: Module = {
  name: "exporting",
  resolvers: [ListExportLists, ListExportMutations],
  types: [ListExport],
  jobs: [writeListExport, expireListExports],
};
export { exportFile, type WrittenFile } from "./export-file.ts";
export { exportShown } from "./export-shown.ts";
export { isLayoutName } from "./layouts.ts";
export { listedDocument } from "./listed-document.ts";
export { printShown } from "./print-shown.ts";
export { tableOfShown } from "./read-shown.ts";
export { readPartOfShown, readSaid, readShownExport } from "./shown-input.ts";
export { takeListExport } from "./take-list-export.ts";
