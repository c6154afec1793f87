import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isAbstractType,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";

export interface Selections {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
}

/** The fields asked of `type` by response key, in the order graphql-js would answer; equal keys are merged. */
export function fieldsOf(
  of: Selections,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  for (const set of sets) collect(of, type, set, fields, seen);
  return fields;
}

export const selectionSetsOf = (nodes: readonly FieldNode[]) =>
  nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));

function collect(
  of: Selections,
  type: GraphQLObjectType,
  set: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
  seen: Set<string>,
) {
  for (const selection of set.selections) {
    if (!isIncluded(of, selection)) continue;
    if (selection.kind === "Field") {
      const key = selection.alias?.value ?? selection.name.value;
      const nodes = fields.get(key);
      if (nodes) nodes.push(selection);
      else fields.set(key, [selection]);
      continue;
    }
    const fragment = selection.kind === "FragmentSpread" ? of.fragments[selection.name.value] : selection;
    if (!fragment) continue;
    if (selection.kind === "FragmentSpread") {
      if (seen.has(selection.name.value)) continue;
      seen.add(selection.name.value);
    }
    if (applies(of.schema, type, fragment)) collect(of, type, fragment.selectionSet, fields, seen);
  }
}

function isIncluded(of: Selections, node: { readonly directives?: readonly DirectiveNode[] }) {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, of.variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, of.variables)?.["if"] !== false;
}

function applies(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  fragment:
    | Pick<FragmentDefinitionNode, "typeCondition">
    | { readonly typeCondition?: FragmentDefinitionNode["typeCondition"] },
) {
  if (!fragment.typeCondition) return true;
  const condition = typeFromAST(schema, fragment.typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
