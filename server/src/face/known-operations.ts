import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";
import { ownedCache } from "#kernel/owned-cache";
import { type Document, isCompiled, markScreens } from "#kernel/read/plan";
import { assertAffordable, isWeighed, undeclared } from "./cost.ts";
import { asksForSchema } from "./limits.ts";
import type { TrustedDocuments } from "./trusted-documents.ts";

/** In bytes of text; what is made of it takes some ten times as many. */
const room = { screens: 1_000_000, free: 1_000_000, account: 250_000 };

interface KnownOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** A known operation with the variables that came with it. */
export interface Asked extends KnownOperation {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  /** For the read compiler; commands are for graphql-js, which coerces their variables itself. */
  read: Document | undefined;
}

export type KnownOperations = ReturnType<typeof knowOperations>;

/**
 * Operations that Apollo has parsed, validated and let through once, by their text. One that comes again needs none of
 * that: its variables are coerced, its cost is weighed, and it is read or run.
 */
export function knowOperations(schema: GraphQLSchema, trusted: TrustedDocuments) {
  const known = ownedCache<KnownOperation>(room);
  const isOfScreens = (text: string) => trusted !== "any" && trusted.has(text);
  return {
    /** The account answers for the room that it takes. */
    learn(text: string | undefined, document: DocumentNode, operation: OperationDefinitionNode, accountId: string) {
      if (text === undefined || asksForSchema(document)) return;
      if (document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length > 1) return;
      const owner = isOfScreens(text) ? null : accountId;
      if (owner === null) markScreens(operation);
      known.set(text, { document, operation }, { owner, bytes: text.length });
    },
    /** What a text and its variables ask for; undefined where Apollo must say what is wrong, or a query is not compiled. */
    find(text: string, { variables, operationName }: Record<string, unknown>): Asked | undefined {
      const found = known.get(text);
      if (!found || (variables !== undefined && variables !== null && !isRecord(variables))) return undefined;
      const { document, operation } = found;
      if (operationName !== undefined && operationName !== null && operationName !== operation.name?.value)
        return undefined;
      const given = (variables ?? {}) as Record<string, unknown>;
      if (undeclared(operation, given) !== undefined) return undefined;
      const asked = { schema, document, operation, variables: given, read: undefined };
      const isQuery = operation.operation === "query";
      const coerced = isQuery || !isWeighed(operation, given) ? coerceVariables(schema, operation, given) : given;
      if (!coerced) return undefined;
      assertAffordable(schema, document, operation, given);
      if (!isQuery) return asked;
      const read = { schema, fragments: fragmentsOf(document), variables: coerced };
      return isCompiled(read, operation) ? { ...asked, read } : undefined;
    },
  };
}

/** The variables as their types have them; undefined where they do not fit, which graphql-js then reports. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown> = {},
) {
  if (variableDefinitions.every((definition) => isAsItIs(definition, variables))) return variables;
  return getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).coerced;
}

const texts = new Set(["String", "ID"]);

/** A text where a text is declared needs no coercion. */
function isAsItIs({ variable, type }: VariableDefinitionNode, variables: Record<string, unknown>): boolean {
  const declared = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return (
    declared.kind === Kind.NAMED_TYPE &&
    texts.has(declared.name.value) &&
    typeof variables[variable.name.value] === "string"
  );
}

const fragments = new WeakMap<DocumentNode, Record<string, FragmentDefinitionNode>>();

export function fragmentsOf(document: DocumentNode) {
  let known = fragments.get(document);
  if (!known) {
    known = Object.fromEntries(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
    fragments.set(document, known);
  }
  return known;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
