import { readdirSync, readFileSync } from "node:fs";
import { Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { differing } from "./screen-operations.ts";

test("the bench has a case for each query of the screens", () => {
  const folder = new URL("../../schema/operations/", import.meta.url);
  const definitions = readdirSync(folder).flatMap(
    (name) => parse(readFileSync(new URL(name, folder), "utf8")).definitions,
  );
  const queries = definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.operation === "query" ? [each.name!.value] : [],
  );
  expect(queries.length).toBeGreaterThan(30);
  expect(differing(new Set(queries))).toEqual([]);
});
