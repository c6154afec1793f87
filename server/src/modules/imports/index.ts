import "reflect-metadata";
import type { Module } from "#kernel/schema";
import { carryOutImport } from "./carry-out-import.ts";
import { expireImports } from "./expire-imports.ts";
import { ImportMutations, ImportResolver } from "./import.resolver.ts";
import { ImportRun } from "./import.types.ts";
import "./imports.messages.ts";
import { recordImport } from "./record-left.ts";

export const imports: Module = {
  name: "imports",
  resolvers: [ImportResolver, ImportMutations],
  types: [ImportRun],
  jobs: [carryOutImport, recordImport, expireImports],
};
export { correctionOf } from "./correct-import.ts";
export { recordNext } from "./import-deeds.store.ts";
export { ImportKind } from "./import-status.ts";
export { limits } from "./limits.ts";
export { collectPortions, type Portions } from "./portions.ts";
export { templateWorkbook } from "./template.ts";
export { uploadImport } from "./upload-import.ts";
