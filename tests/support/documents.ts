import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

const dummies: Record<string, string> = {
  ID: '"00000000-0000-7000-8000-000000000000"',
  String: '"架构测试"',
  Int: "1",
  Float: "1",
  Boolean: "true",
  DateTime: '"2026-11-22T00:00:00Z"',
  LocalDate: '"2026-11-22"',
  JSON: "{}",
};

/** A document that asks one root field for everything down to `depth`, with made-up values for what it requires. */
export function documentFor(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>, depth: number): string {
  return `${kind} ${field.name[0]!.toUpperCase()}${field.name.slice(1)} { ${selectionOf(field, depth)} }`;
}

function selectionOf(field: GraphQLField<unknown, unknown>, depth: number): string {
  return `${field.name}${argumentsOf(field)}${subselectionOf(field.type, depth)}`;
}

function subselectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return "";
  if (isUnionType(named)) return " { __typename }";
  if (isAbstractType(named) || !isObjectType(named)) return " { __typename id }";
  const fields = Object.values(named.getFields()).filter(
    (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
  );
  return ` { __typename ${fields.map((field) => selectionOf(field, depth - 1)).join(" ")} }`;
}

function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const required = args
    .filter((argument) => isRequired(argument))
    .map((argument) => `${argument.name}: ${valueOf(argument.type)}`);
  return required.length > 0 ? `(${required.join(", ")})` : "";
}

const isRequired = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(type) && defaultValue === undefined;

function valueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (!isInputObjectType(type)) return dummies[type.name] ?? '"x"';
  const required = Object.values(type.getFields()).filter(isRequired);
  return `{ ${required.map((field) => `${field.name}: ${field.name === "idempotencyKey" ? '"architecture-test"' : valueOf(field.type)}`).join(", ")} }`;
}
