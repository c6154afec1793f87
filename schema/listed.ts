import {
  type ArgumentNode,
  astFromValue,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  parseType,
  type SelectionNode,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from "graphql";

const isListed = ({ name }: DirectiveNode | ConstDirectiveNode) => name.value === "listed";

const [page] = parse("{ totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }").definitions as [
  OperationDefinitionNode,
];

/**
 * Spells out what `@listed` says of a list: that its count and its place among the pages are asked for too, and that what its
 * arguments do not say comes as variables of their names, with the same to fall back on.
 */
export const spelledOut = (schema: GraphQLSchema, document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? withListsOf(schema, each) : each,
  ),
});

function withListsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): OperationDefinitionNode {
  const types = new TypeInfo(schema);
  const variables = [...(operation.variableDefinitions ?? [])];
  const spelled = visit(
    operation,
    visitWithTypeInfo(types, {
      Field(field) {
        if (!field.directives?.some(isListed)) return undefined;
        const left = (types.getFieldDef()?.args ?? []).filter((each) => !isSaid(field, each));
        variables.push(...left.filter((each) => !variables.some(named(each))).map(definitionOf));
        return {
          ...field,
          directives: field.directives.filter((each) => !isListed(each)),
          arguments: [...(field.arguments ?? []), ...left.map(argumentOf)],
          selectionSet: field.selectionSet && {
            ...field.selectionSet,
            selections: [...page.selectionSet.selections, ...field.selectionSet.selections] as SelectionNode[],
          },
        };
      },
    }),
  );
  return { ...spelled, variableDefinitions: variables };
}

const isSaid = (field: FieldNode, { name }: GraphQLArgument) =>
  field.arguments?.some((each) => each.name.value === name);

const named =
  ({ name }: GraphQLArgument) =>
  ({ variable }: VariableDefinitionNode) =>
    variable.name.value === name;

const nameOf = ({ name }: GraphQLArgument) => ({ kind: Kind.NAME, value: name }) as const;
const variableOf = (argument: GraphQLArgument) => ({ kind: Kind.VARIABLE, name: nameOf(argument) }) as const;

const argumentOf = (argument: GraphQLArgument): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: nameOf(argument),
  value: variableOf(argument),
});

const definitionOf = (argument: GraphQLArgument): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variableOf(argument),
  type: parseType(String(argument.type)),
  defaultValue: (astFromValue(argument.defaultValue, argument.type) as ConstValueNode | null) ?? undefined,
});
