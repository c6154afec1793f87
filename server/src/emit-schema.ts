import { emitSchema, isSchemaFresh } from "./face/emit-schema.ts";

if (process.argv.includes("--check")) {
  const isFresh = isSchemaFresh();
  if (!isFresh)
    console.error("schema/schema.graphql is not what the code emits: run server/src/emit-schema.ts and commit it.");
  process.exitCode = isFresh ? 0 : 1;
} else {
  console.log(`schema/schema.graphql ${emitSchema() ? "was written" : "is fresh"}`);
}
