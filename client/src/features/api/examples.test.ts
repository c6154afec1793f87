import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "examples");
const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../../schema/schema.graphql"), "utf8"));

test.each(readdirSync(folder))("the example %s runs on the published schema", (file) => {
  expect(validate(schema, parse(readFileSync(join(folder, file), "utf8")))).toEqual([]);
});
