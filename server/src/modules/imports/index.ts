import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { bureauPolicies } from "#modules/organisation";
import { carryOutImport } from "./carry-out-import.ts";
import { expireImports } from "./expire-imports.ts";
import { mayImport } from "./import.policy.ts";
import { ImportLists, ImportMutations, ImportResolver } from "./import.resolver.ts";
import { ImportRun } from "./import.types.ts";
import "./imports.messages.ts";
import { recordImport } from "./record-left.ts";

bureauPolicies.add(() => mayImport);

export const imports: Module = {
  name: "imports",
  resolvers: [ImportResolver, ImportLists, ImportMutations],
  texts: { name: ["written", "means"], line: ["field", "blanks"] },
  types: [ImportRun],
  jobs: [carryOutImport, recordImport, expireImports],
};
export { correctionOf } from "./correct-import.ts";
export { recordNext } from "./import-deeds.store.ts";
export { ImportKind } from "./import-status.ts";
export { mayImport } from "./import.policy.ts";
export { columnsOf } from "./columns.ts";
export { matterKindWords, sourceWords, urgencyWords } from "./ledger-words.ts";
export { plainCell, type SheetCell, type SheetToWrite } from "./ledger-sheet.ts";
export { limits } from "./limits.ts";
export { collectPortions, type Portions, portionsOf } from "./portions.ts";
export { templateWorkbook } from "./template.ts";
export { inSheetThread } from "./sheet-threads.ts";
export { uploadImport } from "./upload-import.ts";
export { dutyWords } from "./words.ts";
