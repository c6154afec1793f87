import { sourceOf } from "@maple-bridge/server/kernel/read/compilation";
import { defaultPageSize } from "@maple-bridge/server/kernel/read/pages";
import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { isLong } from "./form.ts";

/** What one document may hold, well within what the server lets a document be. A statement of three times as many fields takes PostgreSQL ten times as long to plan. */
const mostFields = 80;
const mostValues = 150_000;
/** As the server weighs a list's row beside its values, and a list that says nothing of its length. */
const rowPrice = 4;
const rowsOfAList = 10;
/** In the short form more than there are in any list within another (reading.test.ts holds it), and so few that a document has room for many fields. */
export const rowsOfAPage = isLong ? defaultPageSize : 20;

/** Steps down to a leaf, each with the field it is and how many rows it leads to, all parents' together. */
interface Path {
  steps: string[];
  edges: string[];
  rows: number[];
}

/** What was asked for in some document, and what was too costly in one; the latter must be among the former. */
const asked = new Set<string>();
const tooCostly = new Set<string>();
/** Each file answers for what it asked itself. */
export function forgetAsked() {
  asked.clear();
  tooCostly.clear();
  made = new WeakMap();
}
export const neverAsked = () => [...tooCostly].filter((edge) => !asked.has(edge));

type Tree = Map<string, Tree>;

let made = new WeakMap<GraphQLField<unknown, unknown>, Map<number, string[]>>();

/** Selections that together ask for every field that can be reached through `field` in so many steps from row to row. */
export function selectionsOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const known = made.get(field) ?? new Map<number, string[]>();
  made.set(field, known);
  const selections = known.get(depth) ?? makeSelections(schema, field, depth);
  known.set(depth, selections);
  return selections;
}

function makeSelections(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return [""];
  if (isAbstractType(type)) return schema.getPossibleTypes(type).flatMap((each) => selectionsOn(schema, each, depth));
  return selectionsBelow(schema, type, depth, factorOf(field));
}

/** The same under an interface, for rows of one of its types. */
export const selectionsOn = (schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string[] =>
  selectionsBelow(schema, type, depth, 1).map((selection) => ` { id ... on ${type.name}${selection} }`);

function selectionsBelow(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, first: number): string[] {
  const selections: string[] = [];
  let tree: Tree = new Map();
  let [fields, values] = [0, 0];
  for (const path of pathsBelow(schema, type, depth, new Set(), first)) {
    const { edges } = path;
    if (costOf(path, first, () => true) > mostValues) {
      for (const edge of edges) tooCostly.add(edge);
      continue;
    }
    if (fields + edges.length > mostFields || values + costOf(path, first, () => true) > mostValues) {
      selections.push(textOf(tree));
      tree = new Map();
      [fields, values] = [0, 0];
    }
    const isNew = plant(tree, path.steps);
    fields += edges.filter((_, at) => isNew(at)).length;
    values += costOf(path, first, isNew);
    for (const edge of edges) asked.add(edge);
  }
  return [...selections, textOf(tree)];
}

/** What the steps that are new add to a document's weight. */
function costOf({ rows }: Path, first: number, isNew: (step: number) => boolean): number {
  let cost = 0;
  for (const [at, below] of rows.entries()) {
    const above = rows[at - 1] ?? first;
    if (isNew(at)) cost += above + (below > above ? rowPrice * below : 0);
  }
  return cost;
}

function* pathsBelow(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  seen: ReadonlySet<string>,
  rows: number,
): Generator<Path> {
  if (isAbstractType(type)) return yield* pathsOnEach(schema, schema.getPossibleTypes(type), depth, seen, rows);
  if (!isObjectType(type)) throw new Error(`Say in tests/isolation/support/selections.ts how to ask for ${type.name}.`);
  for (const field of Object.values(type.getFields())) yield* pathsThrough(schema, type, field, depth, seen, rows);
}

/** What two of them call alike and is not of one type goes by a name of its own. */
function* pathsOnEach(
  schema: GraphQLSchema,
  types: readonly GraphQLObjectType[],
  depth: number,
  seen: ReadonlySet<string>,
  rows: number,
): Generator<Path> {
  for (const type of types)
    for (const { steps, edges, rows: below } of pathsBelow(schema, type, depth, seen, rows)) {
      const [first, ...rest] = steps;
      const name = nameIn(first!);
      const named = isUnlikeOne(type, name, types) ? `${type.name}_${name}: ${first}` : first!;
      yield { steps: [`... on ${type.name}`, named, ...rest], edges: [edges[0]!, ...edges], rows: [rows, ...below] };
    }
}

/** Whether a type before it has a field of the name that is of another type. */
const isUnlikeOne = (type: GraphQLObjectType, name: string, types: readonly GraphQLObjectType[]) =>
  types.slice(0, types.indexOf(type)).some((other) => {
    const field = other.getFields()[name];
    return field !== undefined && String(field.type) !== String(type.getFields()[name]!.type);
  });

function* pathsThrough(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  seen: ReadonlySet<string>,
  above: number,
): Generator<Path> {
  const below = getNamedType(field.type);
  const edge = `${type.name}.${field.name}`;
  if (isLeafType(below)) return yield { steps: [field.name], edges: [edge], rows: [above] };
  if (seen.has(edge)) return;
  if (field.name === "edges")
    return yield { steps: ["edges", "cursor"], edges: [edge, `${below.name}.cursor`], rows: [above, above] };
  const isRow = !/Connection$|^PageInfo$/.test(below.name) && field.name !== "nodes";
  if (isRow && depth === 0) return;
  const own = above * factorOf(field);
  for (const inner of pathsBelow(schema, below, isRow ? depth - 1 : depth, new Set([...seen, edge]), own))
    yield { steps: [stepOf(field), ...inner.steps], edges: [edge, ...inner.edges], rows: [own, ...inner.rows] };
}

const isPaged = ({ type }: GraphQLField<unknown, unknown>) => getNamedType(type).name.endsWith("Connection");
const stepOf = (field: GraphQLField<unknown, unknown>) =>
  isPaged(field) ? `${field.name}(first: ${rowsOfAPage})` : field.name;
const nameIn = (step: string) => step.split("(")[0]!;

function factorOf(field: GraphQLField<unknown, unknown>) {
  const { type, name } = field;
  if (isPaged(field)) return rowsOfAPage;
  if (!isListType(isNonNullType(type) ? type.ofType : type) || name === "nodes") return 1;
  const source = sourceOf(field);
  return source?.kind === "many" ? source.about : rowsOfAList;
}

/** Adds the path and says which of its steps are new. */
function plant(tree: Tree, steps: readonly string[]): (step: number) => boolean {
  let known = 0;
  for (const [at, step] of steps.entries()) {
    if (known === at && tree.has(step)) known++;
    const below: Tree = tree.get(step) ?? new Map();
    tree.set(step, below);
    tree = below;
  }
  return (step) => step >= known;
}

const textOf = (tree: Tree): string =>
  tree.size === 0 ? "" : ` { __typename ${[...tree].map(([step, below]) => `${step}${textOf(below)}`).join(" ")} }`;
