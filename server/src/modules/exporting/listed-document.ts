import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";
import { Invalid } from "#kernel/errors";
import { markScreens } from "#kernel/read/plan";

/** A list as a screen asks for it: its document, and where the rows stand in the answer. */
export interface ListedDocument {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  /** The same for pages after the first, without the count. */
  further: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** What the answer calls the list. */
  key: string;
  /** Whether it comes page by page, or as a whole. */
  isPaged: boolean;
  rows: Place;
}

/** What is asked of objects of a type. */
export interface Place {
  type: GraphQLCompositeType;
  sets: readonly SelectionSetNode[];
}

const known = new Map<string, ListedDocument>();

/** The screens' document of that text, which lists something: read once, so that its plans are kept. */
export function listedDocument(schema: GraphQLSchema, text: string, list?: string): ListedDocument {
  const name = `${list ?? ""} ${text}`;
  const kept = known.get(name);
  if (kept?.schema === schema) return kept;
  const document = readDocument(schema, text, list);
  // A name that it has not is anybody's: what is kept is no more than there are lists.
  if (list === undefined || list === document.key) known.set(name, document);
  return document;
}

function readDocument(schema: GraphQLSchema, text: string, list: string | undefined): ListedDocument {
  const { definitions } = parse(text);
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;
  const named = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(named.map((each) => [each.name.value, each]));
  const query = schema.getQueryType()!;
  const roots = operation.selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
  const paged = roots.find(asksForPage);
  const root =
    paged ?? (roots.length === 1 ? roots[0] : roots.find(({ alias, name }) => (alias ?? name).value === list));
  const type = root && query.getFields()[root.name.value]?.type;
  if (!root?.selectionSet || !type || operation.operation !== "query") return unlisted();
  const of = { schema, fragments };
  const whole = { type: getNamedType(type) as GraphQLCompositeType, sets: [root.selectionSet] };
  const nodes = placeBelow(of, whole, "nodes");
  if (!nodes && !isListType(getNullableType(type))) return unlisted();
  const key = root.alias?.value ?? root.name.value;
  const further = withoutCount(operation, key);
  for (const each of [operation, further]) markScreens(each);
  return { schema, operation, further, fragments, key, isPaged: paged !== undefined, rows: nodes ?? whole };
}

const asksForPage = ({ selectionSet }: FieldNode) =>
  selectionSet?.selections.some((each) => each.kind === Kind.FIELD && each.name.value === "pageInfo") ?? false;

function unlisted(): never {
  throw new Invalid([{ path: ["document"], code: "EXPORT_UNKNOWN" }]);
}

function withoutCount(operation: OperationDefinitionNode, key: string): OperationDefinitionNode {
  const selections = operation.selectionSet.selections.map((each) => {
    if (each.kind !== Kind.FIELD || (each.alias ?? each.name).value !== key || !each.selectionSet) return each;
    const left = each.selectionSet.selections.filter(
      (inner) => inner.kind !== Kind.FIELD || inner.name.value !== "totalCount",
    );
    return { ...each, selectionSet: { ...each.selectionSet, selections: left } };
  });
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } };
}

type Of = Pick<ListedDocument, "schema" | "fragments">;

/** What a field is whose answer stands under a key, in whichever type of the place; undefined where none is asked. */
export function fieldUnder(of: Of, { type, sets }: Place, key: string) {
  const found: { type: GraphQLNamedType; node: FieldNode }[] = [];
  for (const set of sets) collect(of, type, set, key, found);
  const [first] = found;
  if (!first) return undefined;
  return { type: first.type, sets: found.flatMap(({ node }) => node.selectionSet ?? []) };
}

export function placeBelow(of: Of, place: Place, key: string): Place | undefined {
  const field = fieldUnder(of, place, key);
  return field && isCompositeType(field.type) ? { type: field.type, sets: field.sets } : undefined;
}

function collect(
  of: Of,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  key: string,
  found: { type: GraphQLNamedType; node: FieldNode }[],
) {
  for (const each of selections) {
    if (each.kind === Kind.FIELD) {
      const field = "getFields" in type && (each.alias ?? each.name).value === key && type.getFields()[each.name.value];
      if (field) found.push({ type: getNamedType(field.type), node: each });
      continue;
    }
    const fragment = each.kind === Kind.FRAGMENT_SPREAD ? of.fragments[each.name.value] : each;
    if (!fragment) continue;
    const condition = fragment.typeCondition ? typeFromAST(of.schema, fragment.typeCondition) : type;
    if (condition && (isCompositeType(condition) || isObjectType(condition)))
      collect(of, condition, fragment.selectionSet, key, found);
  }
}
