import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { schemaOf } from "#kernel/schema";
import { modules } from "../modules.ts";
import { schemaText } from "./schema-text.ts";
import { projectFolder } from "./settings.ts";

const path = join(projectFolder, "schema/schema.graphql");

export const emittedSchema = () => schemaText(schemaOf(modules));
export const isSchemaFresh = () => existsSync(path) && readFileSync(path, "utf8") === emittedSchema();

/** Writes the contract that the code has; false where it was so already. */
export function emitSchema(): boolean {
  const text = emittedSchema();
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  writeFileSync(path, text);
  return true;
}
