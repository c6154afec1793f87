import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
} from "graphql";
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import { LRUCache } from "lru-cache";
import { sourceOf } from "#kernel/read/compilation";
import { defaultPageSize, largestPage } from "#kernel/read/pages";
import { DocumentLimit } from "./limits.ts";

/** About as many values as an answer may hold, and about how many bytes. */
const most = { values: 200_000, bytes: 12_000_000 };
/** What a row costs beside its values. */
const rowPrice = 4;
/** Bytes of a value that is none of text, and of the marks about it. */
const valueBytes = 20;
const listGuess = 10;
const mostRemembered = 64;

interface Cost {
  values: number;
  bytes: number;
}

const costs = new WeakMap<OperationDefinitionNode, LRUCache<string, Cost>>();

/** Refuses an operation whose answer would be too large with these variables; the cost is worked out once for a page size. */
export function assertAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
) {
  let known = costs.get(operation);
  if (!known) costs.set(operation, (known = new LRUCache({ max: mostRemembered })));
  const key = keyOf(operation, variables);
  let cost = known.get(key);
  if (!cost) known.set(key, (cost = costOf(schema, document, operation, variables)));
  if (cost.values > most.values)
    throw new DocumentLimit("DOCUMENT_TOO_COSTLY", { cost: cost.values, most: most.values });
  if (cost.bytes > most.bytes) throw new DocumentLimit("DOCUMENT_TOO_WORDY", { cost: cost.bytes, most: most.bytes });
}

/** Whether the cost with such variables is known, whatever else they hold. */
export const isWeighed = (operation: OperationDefinitionNode, variables: Record<string, unknown>) =>
  costs.get(operation)?.has(keyOf(operation, variables)) ?? false;

/** Refuses variables that the operation does not declare: they would be carried about for nothing, or a misspelt one be missed. */
export function assertDeclared(operation: OperationDefinitionNode, variables: Record<string, unknown>) {
  const name = undeclared(operation, variables);
  if (name === undefined) return;
  const shown = name.slice(0, longestShown);
  throw new GraphQLError(`Variable "$${shown}" is not declared by the operation.`, {
    extensions: { code: "BAD_USER_INPUT", detail: "VARIABLE_UNDECLARED", params: { name: shown } },
  });
}

const longestShown = 60;

export function undeclared({ variableDefinitions = [] }: OperationDefinitionNode, variables: Record<string, unknown>) {
  for (const name in variables)
    if (!variableDefinitions.some(({ variable }) => variable.name.value === name)) return name;
  return undefined;
}

/**
 * The declared variables in their order: numbers set page sizes and Booleans include or skip. Nothing else of them bears on the
 * cost, but whether they are given: a default may stand for one that is not.
 */
function keyOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Record<string, unknown>): string {
  let key = "";
  for (const { variable } of variableDefinitions) {
    const value = variables[variable.name.value];
    const bears = typeof value === "number" || typeof value === "boolean";
    key += `${bears ? String(value) : value === undefined ? "-" : value === null ? "null" : "given"},`;
  }
  return key;
}

function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Cost {
  const of = (estimate: (args: ComplexityEstimatorArgs) => number) =>
    getComplexity({
      schema,
      query: document,
      variables,
      ...(operation.name ? { operationName: operation.name.value } : {}),
      estimators: [estimate],
    });
  return { values: of(valuesOf), bytes: of(bytesOf) };
}

const valuesOf = (asked: ComplexityEstimatorArgs) => {
  const rows = rowsOf(asked);
  return 1 + (rows === undefined ? asked.childComplexity : rows * (rowPrice + asked.childComplexity));
};

const bytesOf = (asked: ComplexityEstimatorArgs) =>
  (asked.node.alias ?? asked.node.name).value.length + valueBytes + (rowsOf(asked) ?? 1) * asked.childComplexity;

/** About how many rows a list has; undefined for what is none, and within a page, whose rows are counted at its field. */
function rowsOf({ field, args, childComplexity }: ComplexityEstimatorArgs): number | undefined {
  if (childComplexity === 0 || field.name.startsWith("__")) return undefined;
  if (field.args.some(({ name }) => name === "first")) return sizeOf(args);
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  if (!isListType(type) || field.name === "nodes" || field.name === "edges") return undefined;
  const source = sourceOf(field);
  return source?.kind === "many" ? source.about : listGuess;
}

function sizeOf(args: Record<string, unknown>) {
  const asked = args["last"] ?? args["first"] ?? defaultPageSize;
  return typeof asked === "number" && asked > 0 ? Math.min(asked, largestPage) : defaultPageSize;
}
