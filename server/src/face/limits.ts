import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** A document beyond what is allowed; `detail` is a key of the message files. */
export class DocumentLimit extends GraphQLError {
  constructor(detail: string, params: Record<string, number>) {
    super(detail, { extensions: { code: "DOCUMENT_LIMIT", detail, params } });
  }
}

export const mostTokens = 1_000;
const deepest = 12;
const deepestIntrospection = 20;
const mostAliases = 30;
const mostNodes = 2_000;
/** Of an alias and any other name: it comes back with each row, and stands in logs and plans. */
const longestName = 64;

interface Size {
  depth: number;
  nodes: number;
  aliases: number;
}

const nothing: Size = { depth: 0, nodes: 0, aliases: 0 };

/** Refuses a document whose expansion is beyond the limits, before the validation that it would keep busy. */
export function assertWithinLimits(document: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  assertShortNames(document);
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const measure = measurer(fragments);
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, nodes, aliases } = measure(each.selectionSet);
    const most = asksForSchema(document) ? deepestIntrospection : deepest;
    if (depth > most) throw new DocumentLimit("DOCUMENT_TOO_DEEP", { most });
    if (nodes > mostNodes) throw new DocumentLimit("DOCUMENT_TOO_LARGE", { most: mostNodes });
    if (aliases > mostAliases) throw new DocumentLimit("DOCUMENT_TOO_MANY_ALIASES", { most: mostAliases });
  }
}

function assertShortNames(document: DocumentNode) {
  visit(document, {
    Name({ value }) {
      if (value.length > longestName) throw new DocumentLimit("DOCUMENT_NAME_TOO_LONG", { most: longestName });
    },
  });
}

const schemaAskers = new WeakMap<DocumentNode, boolean>();

/** Whether a document asks for `__schema` or `__type` anywhere. */
export function asksForSchema(document: DocumentNode): boolean {
  const known = schemaAskers.get(document);
  if (known !== undefined) return known;
  const asks = document.definitions.some(
    (each) =>
      "selectionSet" in each && each.selectionSet !== undefined && named(each.selectionSet, /^__(schema|type)$/),
  );
  schemaAskers.set(document, asks);
  return asks;
}

const named = (set: SelectionSetNode, pattern: RegExp): boolean =>
  set.selections.some(
    (each) =>
      (each.kind === Kind.FIELD && pattern.test(each.name.value)) ||
      ("selectionSet" in each && each.selectionSet !== undefined && named(each.selectionSet, pattern)),
  );

/** Parses what no limit forbids; a syntax error is thrown as graphql-js words it. */
export const parseWithinTokens = (text: string) => parse(text, { maxTokens: mostTokens });

/** Sizes with fragments counted wherever they are spread; each fragment is walked once. */
function measurer(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const known = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const size = known.get(name);
    if (size) return size;
    known.set(name, nothing);
    const fragment = fragments.get(name);
    const measured = fragment ? ofSet(fragment.selectionSet) : nothing;
    known.set(name, measured);
    return measured;
  }

  function ofSelection(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const inner = selection.selectionSet ? ofSet(selection.selectionSet) : nothing;
    if (selection.kind === Kind.INLINE_FRAGMENT) return { ...inner, nodes: inner.nodes + 1 };
    return { depth: inner.depth + 1, nodes: inner.nodes + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) };
  }

  function ofSet(set: SelectionSetNode): Size {
    return set.selections.map(ofSelection).reduce(sum, nothing);
  }

  return ofSet;
}

const sum = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  nodes: a.nodes + b.nodes,
  aliases: a.aliases + b.aliases,
});
