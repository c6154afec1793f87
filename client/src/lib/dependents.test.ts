import { readFileSync } from "node:fs";
import {
  type ASTNode,
  buildSchema,
  getNamedType,
  Kind,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { expect, test } from "vitest";
import { everything } from "./changes.ts";
import { isTouched } from "./dependents.ts";

test("an assignment touches every list, but not who is signed in", () => {
  expect(isTouched("grids", ["Assignment"])).toBe(true);
  expect(isTouched("coverage", ["Assignment"])).toBe(true);
  expect(isTouched("viewer", ["Assignment"])).toBe(false);
});

test("a session touches sessions and the audit log only", () => {
  expect(isTouched("sessions", ["Session"])).toBe(true);
  expect(isTouched("grids", ["Session"])).toBe(false);
});

test("a role touches all that its holder sees", () => {
  expect(isTouched("viewer", ["RoleGrant"])).toBe(true);
  expect(isTouched("grids", ["RoleGrant"])).toBe(true);
});

test("after a gap in the stream everything counts as touched", () => {
  for (const field of ["viewer", "grids", "sessions"]) expect(isTouched(field, [everything])).toBe(true);
});

const contract = (name: string) => readFileSync(new URL(`../../../schema/${name}`, import.meta.url), "utf8");

test("whatever on a screen tells of work is read again once work has changed", () => {
  const types = new TypeInfo(buildSchema(contract("schema.graphql")));
  const { definitions } = parse(contract("generated/operations.graphql"));
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [])),
  );
  const told = new Set<string>();
  const look = (part: ASTNode, root: string) =>
    visit(
      part,
      visitWithTypeInfo(types, {
        Field() {
          const type = types.getType();
          if (type && tellsOfWork.has(getNamedType(type).name)) told.add(root);
        },
        FragmentSpread({ name }) {
          look(fragments.get(name.value)!, root);
        },
      }),
    );
  for (const operation of definitions)
    if (operation.kind === Kind.OPERATION_DEFINITION && operation.operation === OperationTypeNode.QUERY)
      for (const field of operation.selectionSet.selections)
        if (field.kind === Kind.FIELD)
          look({ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [field] } }, field.name.value);
  expect(told).toContain("myDay");
  expect([...told].filter((root) => !isTouched(root, ["WorkItem"]))).toEqual([]);
});

const tellsOfWork = new Set(["WorkItem", "WeekLine", "WeekCell"]);
