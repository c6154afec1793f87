import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { schemaText } from "@maple-bridge/server/face/schema-text";
import { schemaOf } from "@maple-bridge/server/kernel/schema";
import { modules } from "@maple-bridge/server/modules";
import { parse, validate } from "graphql";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../schema", import.meta.url));
const schema = schemaOf(modules);
const sent = parse(readFileSync(join(folder, "generated/operations.graphql"), "utf8"));

it("is committed as the code emits it", () => {
  expect(readFileSync(join(folder, "schema.graphql"), "utf8")).toBe(schemaText(schema));
});

it("holds every operation of the screens", () => {
  expect(validate(schema, sent).map(String)).toEqual([]);
  expect(sent.definitions.length).toBeGreaterThan(0);
});

it("describes every type", () => {
  const silent = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !type.name.startsWith("__") &&
      !/^(Query|Mutation)$|(Edge|Input|Filter|Order)$/.test(type.name) &&
      !type.description,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
