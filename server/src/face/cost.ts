import {
  type GraphQLSchema,
  type OperationDefinitionNode,
  type DocumentNode,
  isListType,
  isNonNullType,
} from "graphql";
import { type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import { defaultPageSize, largestPage } from "#kernel/read/pages";
import { DocumentLimit } from "./limits.ts";

/** About as many values as an answer may hold. */
const budget = 200_000;
const listGuess = 10;
const mostRemembered = 64;

const costs = new WeakMap<OperationDefinitionNode, Map<string, number>>();

/** Refuses an operation whose answer would be too large with these variables; the cost is worked out once for a page size. */
export function assertAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
) {
  let known = costs.get(operation);
  if (!known) costs.set(operation, (known = new Map()));
  const key = keyOf(variables);
  let cost = known.get(key);
  if (cost === undefined) {
    const name = operation.name?.value;
    cost = getComplexity({
      schema,
      query: document,
      variables,
      ...(name ? { operationName: name } : {}),
      estimators: [estimate],
    });
    if (known.size >= mostRemembered) known.clear();
    known.set(key, cost);
  }
  if (cost > budget) throw new DocumentLimit("DOCUMENT_TOO_COSTLY", { cost, most: budget });
}

/** Whether the cost with such variables is known, whatever else they hold. */
export const isWeighed = (operation: OperationDefinitionNode, variables: Record<string, unknown>) =>
  costs.get(operation)?.has(keyOf(variables)) ?? false;

/** Numbers set page sizes and Booleans include or skip; nothing else of the variables bears on the cost. */
function keyOf(variables: Record<string, unknown>): string {
  let key = "";
  for (const name in variables) {
    const value = variables[name];
    if (typeof value === "number" || typeof value === "boolean") key += `${name}=${value};`;
  }
  return key;
}

function estimate({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  if (field.name.startsWith("__")) return 1;
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  const named = field.args.some((each) => each.name === "first");
  if (named) return 1 + sizeOf(args) * childComplexity;
  return 1 + (isListType(type) && field.name !== "nodes" && field.name !== "edges" ? listGuess : 1) * childComplexity;
}

function sizeOf(args: Record<string, unknown>) {
  const asked = args["last"] ?? args["first"] ?? defaultPageSize;
  return typeof asked === "number" && asked > 0 ? Math.min(asked, largestPage) : defaultPageSize;
}
