import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { Unauthenticated } from "#kernel/errors";
import { rememberLeastUsed } from "#kernel/least-used";
import { readOperation } from "#kernel/read/execute";
import { type Document, isCompiled } from "#kernel/read/plan";
import { assertAffordable, assertDeclared } from "./cost.ts";
import { describeError, isNothing, isTold, isUnavailable } from "./describe-error.ts";
import { type KnownDocuments, ownerOf } from "./known-documents.ts";
import { coerceVariables, fragmentsOf, type KnownOperations } from "./known-operations.ts";
import { asksForSchema, mostTokens } from "./limits.ts";
import { rawJson, stringifyResult } from "./raw-json.ts";
import { type FaceContext, noteOperation } from "./request-context.ts";

type Exchange = GraphQLRequestContext<FaceContext>;

export async function startApollo(
  schema: GraphQLSchema,
  documents: KnownDocuments,
  operations: KnownOperations,
): Promise<ApolloServer<FaceContext>> {
  const apollo = new ApolloServer<FaceContext>({
    schema,
    stringifyResult,
    documentStore: documentMemory(),
    plugins: [
      faceOf(schema, operations),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    introspection: true,
    csrfPrevention: true,
    persistedQueries: { cache: documents.cache, ttl: null },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: mostTokens },
    nodeEnv: "production",
  });
  await apollo.start();
  return apollo;
}

/** Compiled queries are answered with the database's own JSON; the rest, and all mutations, go graphql-js's way. */
function faceOf(schema: GraphQLSchema, operations: KnownOperations): ApolloServerPlugin<FaceContext> {
  return {
    requestDidStart: async () => {
      let variables: Record<string, unknown> | undefined;
      return {
        async didResolveOperation({ document, operation, request, contextValue: ctx }) {
          if (!ctx.actor && asksForSchema(document)) throw new Unauthenticated();
          if (!operation) return;
          noteOperation(ctx, operation);
          assertDeclared(operation, request.variables ?? {});
          variables = coerceVariables(schema, operation, request.variables);
          if (variables) assertAffordable(schema, document, operation, request.variables ?? {});
        },
        async responseForOperation(exchange) {
          const { document, operation } = exchange;
          if (!variables || asksForSchema(document)) return null;
          const read: Document = { schema, fragments: fragmentsOf(document), variables };
          const isQuery = operation.operation === "query";
          if (isQuery && !isCompiled(read, operation)) return null;
          operations.learn(exchange.source, document, operation, ownerOf(exchange.contextValue));
          return isQuery ? answer(exchange, await dataOf(exchange.contextValue, read, operation)) : null;
        },
        async willSendResponse(exchange) {
          if (exchange.errors?.length) describeIn(exchange, exchange.errors);
        },
      };
    },
  };
}

async function dataOf(
  ctx: FaceContext,
  document: Document,
  operation: OperationDefinitionNode,
): Promise<Record<string, unknown> | Error> {
  try {
    return rawJson((await readOperation(ctx, document, operation)).toString());
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function answer(exchange: Exchange, outcome: Record<string, unknown> | Error) {
  const http = { status: undefined, headers: new HeaderMap() };
  if (!(outcome instanceof Error)) return { http, body: { kind: "single" as const, singleResult: { data: outcome } } };
  exchange.response.body = { kind: "single", singleResult: { data: null } };
  describeIn(exchange, [outcome]);
  return { http: exchange.response.http, body: exchange.response.body };
}

/** Words the errors in the caller's language, and gives them the status that GraphQL over HTTP has for them. */
function describeIn({ response, contextValue, request }: Exchange, errors: readonly Error[]) {
  const { body, http } = response;
  if (body?.kind !== "single") return;
  body.singleResult.errors = errors.map((error) => describeError(error, contextValue));
  const isPartial = !isNothing(body.singleResult.data);
  http.status = isPartial ? http.status : statusOf(errors, http.status, request.http?.headers.get("accept"));
  if (http.status === 503) http.headers.set("retry-after", "1");
}

/** A client of plain JSON reads what was wrong from the body: a request's own faults do not set its status. */
function statusOf(errors: readonly Error[], status: number | undefined, accept = ""): number | undefined {
  if (errors.some(isUnavailable)) return 503;
  if (status === undefined || !errors.every(isTold)) return status;
  return accept.includes("application/graphql-response+json") ? 400 : 200;
}

/** Parsed and validated documents by the hash of their text; a syntax tree takes about forty times as much as its text. */
function documentMemory() {
  const documents = rememberLeastUsed<DocumentNode>({
    most: 1_000,
    bytes: { most: 64_000_000, of: ({ loc }) => 40 * (loc?.source.body.length ?? 0) },
  });
  return {
    get: async (key: string) => documents.get(key),
    set: async (key: string, document: DocumentNode) => void documents.set(key, document),
    delete: async (key: string) => documents.delete(key),
  };
}
