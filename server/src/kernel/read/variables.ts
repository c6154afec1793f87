import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

type Typed = readonly [name: string, type: GraphQLInputType];
const typesOf = new WeakMap<OperationDefinitionNode, Typed[]>();

/**
 * What of an operation's variables the text of a statement may depend on: which are given, and the values of Booleans and
 * enums. Numbers and texts are bound when the statement runs, whatever stands in them.
 */
export function shapeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  let types = typesOf.get(operation);
  if (!types) typesOf.set(operation, (types = variableTypes(schema, operation)));
  return types.map(([name, type]) => shapeOfValue(type, variables[name])).join();
}

const variableTypes = (schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Typed[] =>
  variableDefinitions.flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node as never);
    return isInputType(type) ? [[variable.name.value, type] as const] : [];
  });

function shapeOfValue(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return "";
  if (value === null) return "-";
  if (isNonNullType(type)) return shapeOfValue(type.ofType, value);
  if (isListType(type)) return "a";
  if (isEnumType(type) || type.name === "Boolean") return String(value);
  if (!isInputObjectType(type)) return "v";
  const given = value as Record<string, unknown>;
  return `{${Object.values(type.getFields())
    .map((field) => shapeOfValue(field.type, given[field.name]))
    .join()}}`;
}
