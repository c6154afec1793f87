import { readFileSync } from "node:fs";
import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from "graphql";
import { expect, test } from "vitest";
import type { UnitKind } from "./unit-kind.ts";
import { childKinds } from "./unit.rules.ts";

const belowKind = (kind: UnitKind): number => Math.max(0, ...childKinds(kind).map((child) => 1 + belowKind(child)));

const parentsAsked = (set: SelectionSetNode): number =>
  Math.max(
    0,
    ...set.selections.map((each) =>
      each.kind === Kind.FIELD && each.name.value === "parent" && each.selectionSet
        ? 1 + parentsAsked(each.selectionSet)
        : 0,
    ),
  );

test("the screens ask for as many parents as a unit may stand below, so that the way to it is whole", () => {
  const text = readFileSync(new URL("../../../../schema/operations/units.graphql", import.meta.url), "utf8");
  const above = parse(text).definitions.find(
    (each): each is FragmentDefinitionNode =>
      each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === "UnitsAbove",
  );
  expect(parentsAsked(above!.selectionSet)).toBe(belowKind("BUREAU"));
});
