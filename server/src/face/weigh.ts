import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { sourceOf } from "#kernel/read/compilation";
import { defaultPageSize, largestPage } from "#kernel/read/pages";
import { fieldsOf, type Selections, selectionSetsOf } from "#kernel/read/selection";

/** About how many values an answer has, rows counted too, and how many bytes. */
export interface Cost {
  values: number;
  bytes: number;
}

/** What a row costs beside its values. */
const rowPrice = 4;
/** Bytes of a value that is none of text, and of the marks about it. */
const valueBytes = 20;
const listGuess = 10;

/** Objects at one place of an answer. */
interface Place {
  objects: number;
  /** No row stands there twice, so that all lists below together hold no more rows than the bureau has. */
  areDistinct: boolean;
  /** Rows on the pages that these objects are. */
  rows?: number;
}

/** From the top down, as the rows below depend on how many there are above. */
export function weigh(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const fragments = Object.fromEntries(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const of = { schema, fragments, variables: coerced };
  const cost = { values: 0, bytes: 0 };
  const root = schema.getRootType(operation.operation);
  if (root) add(of, cost, root, [operation.selectionSet], { objects: 1, areDistinct: true });
  return cost;
}

function add(of: Selections, cost: Cost, type: GraphQLObjectType, sets: readonly SelectionSetNode[], at: Place) {
  for (const [key, nodes] of fieldsOf(of, type, sets)) {
    cost.values += at.objects;
    cost.bytes += at.objects * (key.length + valueBytes);
    const field = fieldNamed(type, nodes[0]!.name.value);
    const below = field && getNamedType(field.type);
    if (!field || !isCompositeType(below)) continue;
    const place = placeBelow(at, field, nodes[0]!, of.variables);
    if (isList(field)) cost.values += place.objects * rowPrice;
    const types = isAbstractType(below) ? of.schema.getPossibleTypes(below) : [below];
    for (const each of types) add(of, cost, each, selectionSetsOf(nodes), place);
  }
}

function placeBelow(
  { objects, areDistinct, rows }: Place,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Selections["variables"],
): Place {
  const source = sourceOf(field);
  if (source?.kind === "many") {
    const all = objects * source.about;
    const isBounded = areDistinct && source.inAll !== undefined;
    return { objects: isBounded ? Math.min(all, source.inAll!) : all, areDistinct: isBounded };
  }
  if (source?.kind === "pages") return { objects, areDistinct, rows: objects * sizeOf(field, node, variables) };
  if (isList(field)) return { objects: rows ?? objects * listGuess, areDistinct: rows !== undefined && areDistinct };
  return { objects, areDistinct: areDistinct && (source?.kind !== "one" || objects === 1) };
}

const isList = ({ type }: GraphQLField<unknown, unknown>) => isListType(isNonNullType(type) ? type.ofType : type);

const fieldNamed = (type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined =>
  type.getFields()[name] ?? [SchemaMetaFieldDef, TypeMetaFieldDef].find((meta) => meta.name === name);

function sizeOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Selections["variables"]) {
  const { first, last } = getArgumentValues(field, node, variables);
  const asked = last ?? first ?? defaultPageSize;
  return typeof asked === "number" && asked > 0 ? Math.min(asked, largestPage) : defaultPageSize;
}
