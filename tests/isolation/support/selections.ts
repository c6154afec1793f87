import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** What one document may hold, well within what the server lets a document be. */
const mostFields = 250;
const mostValues = 120_000;
const rowsOfAPage = 20;
const rowsOfAList = 10;

interface Path {
  steps: string[];
  values: number;
}

type Tree = Map<string, Tree>;

/** Selections that together ask for every field that can be reached through `field` in so many steps from row to row. */
export function selectionsOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return [""];
  if (isAbstractType(type)) return schema.getPossibleTypes(type).flatMap((each) => selectionsOn(schema, each, depth));
  return selectionsBelow(schema, field.type, depth);
}

/** The same under an interface, for rows of one of its types. */
export const selectionsOn = (schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string[] =>
  selectionsBelow(schema, type, depth).map((selection) => ` { id ... on ${type.name}${selection} }`);

function selectionsBelow(schema: GraphQLSchema, output: GraphQLOutputType, depth: number): string[] {
  const type = getNamedType(output);
  const selections: string[] = [];
  let tree: Tree = new Map();
  let [fields, values] = [0, 0];
  for (const path of pathsBelow(schema, type, depth, new Set(), factorOf(output, type.name))) {
    if (fields + path.steps.length > mostFields || values + path.values > mostValues) {
      selections.push(textOf(tree));
      tree = new Map();
      [fields, values] = [0, 0];
    }
    fields += plant(tree, path.steps);
    values += path.values;
  }
  return [...selections, textOf(tree)];
}

function* pathsBelow(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  seen: ReadonlySet<string>,
  values: number,
): Generator<Path> {
  if (!isObjectType(type)) throw new Error(`Say in tests/isolation/support/selections.ts how to ask for ${type.name}.`);
  for (const field of Object.values(type.getFields())) yield* pathsThrough(schema, type, field, depth, seen, values);
}

function* pathsThrough(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  seen: ReadonlySet<string>,
  values: number,
): Generator<Path> {
  const below = getNamedType(field.type);
  const edge = `${type.name}.${field.name}`;
  if (isLeafType(below)) return yield { steps: [field.name], values };
  if (seen.has(edge)) return;
  if (field.name === "edges") return yield { steps: ["edges", "cursor"], values };
  const isRow = !/Connection$|^PageInfo$/.test(below.name) && field.name !== "nodes";
  if (isRow && depth === 0) return;
  const inner = pathsBelow(
    schema,
    below,
    isRow ? depth - 1 : depth,
    new Set([...seen, edge]),
    values * factorOf(field.type, field.name),
  );
  for (const { steps, values } of inner) yield { steps: [field.name, ...steps], values };
}

function factorOf(type: GraphQLOutputType, name: string) {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (getNamedType(type).name.endsWith("Connection")) return rowsOfAPage;
  return isListType(bare) && name !== "nodes" ? rowsOfAList : 1;
}

/** Adds the path and gives how many fields are new. */
function plant(tree: Tree, steps: readonly string[]): number {
  let added = 0;
  for (const step of steps) {
    if (!tree.has(step)) added++;
    const below: Tree = tree.get(step) ?? new Map();
    tree.set(step, below);
    tree = below;
  }
  return added;
}

const textOf = (tree: Tree): string =>
  tree.size === 0 ? "" : ` { __typename ${[...tree].map(([step, below]) => `${step}${textOf(below)}`).join(" ")} }`;
