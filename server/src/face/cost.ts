import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { DocumentLimit } from "./limits.ts";
import { type Cost, weigh } from "./weigh.ts";

/** About as many values as an answer may hold, and about how many bytes. */
const most = { values: 200_000, bytes: 12_000_000 };
const mostRemembered = 64;

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
  if (!cost) known.set(key, (cost = weigh(schema, document, operation, variables)));
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
