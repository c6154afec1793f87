import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { schemaText } from "./face/schema-text.ts";
import { schemaOf } from "./kernel/schema.ts";
import { modules } from "./modules.ts";

const path = fileURLToPath(new URL("../../schema/schema.graphql", import.meta.url));
const name = relative(process.cwd(), path);
const text = schemaText(schemaOf(modules));
const isFresh = existsSync(path) && readFileSync(path, "utf8") === text;

if (process.argv.includes("--check")) {
  if (!isFresh) console.error(`${name} is not what the code emits: run server/src/emit-schema.ts and commit it.`);
  process.exitCode = isFresh ? 0 : 1;
} else {
  if (!isFresh) writeFileSync(path, text);
  console.log(`${name} ${isFresh ? "is fresh" : "was written"}`);
}
