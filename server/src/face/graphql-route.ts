import type { OutgoingHttpHeaders } from "node:http";
import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { execute } from "graphql";
import { Unauthenticated } from "#kernel/errors";
import { readOperation } from "#kernel/read/execute";
import { credentialOf, tokenCredential } from "./credential.ts";
import { describeError, isNothing, isUnavailable } from "./describe-error.ts";
import { limitInFlight, type MostInFlight, type Place } from "./in-flight.ts";
import { type KnownDocuments, ownerOf } from "./known-documents.ts";
import type { Asked, KnownOperations } from "./known-operations.ts";
import { type NewDocuments, takeNewDocuments } from "./new-documents.ts";
import { headersOfAll } from "./answer-headers.ts";
import { smallestPacked } from "./pages.ts";
import { RequestFault } from "./request-fault.ts";
import { contextOf, type FaceContext, noteOperation, type Services } from "./request-context.ts";
import { documentText, type TrustedDocuments } from "./trusted-documents.ts";

/** The headers that Apollo looks at. */
const wanted = ["content-type", "accept", "apollo-require-preflight", "x-apollo-operation-name"] as const;

export interface GraphQLRoute {
  apollo: ApolloServer<FaceContext>;
  documents: KnownDocuments;
  operations: KnownOperations;
  services: Services;
  trusted: TrustedDocuments;
  mostInFlight: MostInFlight | undefined;
}

interface Limited extends GraphQLRoute {
  newDocuments: NewDocuments;
}

export function serveGraphQL(fastify: FastifyInstance, route: GraphQLRoute) {
  const inFlight = limitInFlight(route.mostInFlight);
  const limited = { ...route, newDocuments: takeNewDocuments(inFlight.count) };
  fastify.post("/graphql", async (request, reply) => {
    const place = inFlight.enter();
    try {
      return await answer(limited, place, request, reply);
    } finally {
      place.leave();
    }
  });
  fastify.get("/graphql", (_request, reply) => {
    void reply.header("allow", "POST");
    throw new RequestFault(405, "POST_ONLY");
  });
}

async function answer(route: Limited, place: Place, request: FastifyRequest, reply: FastifyReply) {
  const credential = isFromPage(request) ? credentialOf(request) : tokenCredential(request);
  const ctx = await contextOf(route.services, request, reply, credential);
  if (!ctx.actor && request.headers.authorization !== undefined) throw new Unauthenticated();
  place.claim(ctx.actor, request);
  return answerTo(route, ctx, request, reply);
}

async function answerTo(
  { newDocuments, ...route }: Limited,
  ctx: FaceContext,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const sent = request.body;
  assertOperation(sent);
  const text = documentText(route.trusted, sent, ctx.credential?.kind === "token");
  if (isFromPage(request) && isPlain(sent, request) && typeof text === "string") {
    const json = await answerKnown(route, ctx, text, sent, reply);
    if (json !== undefined) return send(reply, json);
  }
  return ctx.within(newDocuments(ctx, text, () => throughApollo(route, ctx, text, request, reply)));
}

function assertOperation(sent: unknown): asserts sent is Record<string, unknown> {
  if (Array.isArray(sent)) throw new RequestFault(400, "ONE_OPERATION_ONLY");
  if (!isRecord(sent)) throw new RequestFault(400, "BODY_NOT_OBJECT");
  for (const field of ["variables", "extensions"]) {
    const value = sent[field];
    if (value !== undefined && value !== null && !isRecord(value)) throw new RequestFault(400, "NOT_OBJECT", { field });
  }
}

/** Nothing is asked that only Apollo knows of. */
const isPlain = (sent: Record<string, unknown>, { headers }: FastifyRequest) =>
  sent["extensions"] === undefined && !headers.accept?.includes("graphql-response");

/** The answer's JSON as it goes out; undefined where the operation must go through Apollo after all. */
async function answerKnown(
  { operations }: GraphQLRoute,
  ctx: FaceContext,
  text: string,
  sent: Record<string, unknown>,
  reply: FastifyReply,
): Promise<Buffer | undefined> {
  try {
    const asked = operations.find(text, sent);
    if (!asked) return undefined;
    const { operation, read } = asked;
    noteOperation(ctx, operation);
    const answered = read
      ? readOperation(ctx, read, operation).then((data) => Buffer.concat([before, data, after]))
      : runCommands(ctx, asked, reply);
    return await ctx.within(answered);
  } catch (error) {
    return refuse(ctx, error, reply);
  }
}

const [before, after] = [Buffer.from(`{"data":`), Buffer.from("}")];

/** Undefined where the variables do not fit. */
async function runCommands(ctx: FaceContext, { schema, document, variables }: Asked, reply: FastifyReply) {
  const result = await execute({ schema, document, contextValue: ctx, variableValues: variables });
  if (!("data" in result)) return undefined;
  const { errors, data } = result;
  if (errors?.some(isUnavailable) && isNothing(data)) void reply.code(503).header("retry-after", "1");
  return Buffer.from(JSON.stringify({ errors: errors?.map((error) => describeError(error, ctx)), data }));
}

const jsonHeaders = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };

/** A small answer goes out at once, and so does what is not to be packed on its way. */
function send(reply: FastifyReply, json: Buffer) {
  const { length } = json;
  const mayBePacked = reply.request.headers["accept-encoding"] !== undefined;
  if (length >= smallestPacked && mayBePacked) return reply.headers(jsonHeaders).send(json);
  reply.hijack();
  reply.raw.writeHead(reply.statusCode, {
    ...(reply.getHeaders() as OutgoingHttpHeaders),
    ...jsonHeaders,
    ...headersOfAll(reply.request),
    "content-length": length,
  });
  reply.raw.end(json);
  return reply;
}

function refuse(ctx: FaceContext, error: unknown, reply: FastifyReply) {
  const told = error instanceof Error ? error : new Error(String(error));
  if (isUnavailable(told)) void reply.code(503).header("retry-after", "1");
  return Buffer.from(JSON.stringify({ errors: [describeError(told, ctx)], data: null }));
}

async function throughApollo(
  { apollo, documents }: GraphQLRoute,
  ctx: FaceContext,
  text: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { body, status, headers } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: "POST",
      headers: headersOf(request),
      search: "",
      body: bodyOf(request.body as Record<string, unknown>),
    },
    context: async () => ctx,
  });
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200).header("cache-control", "no-store");
  return body.kind === "complete" ? body.string : reply.send(body.asyncIterator);

  function bodyOf(sent: Record<string, unknown>) {
    const { id: _id, query: _query, extensions: _extensions, ...rest } = sent;
    if (typeof text !== "string" || text === "") return { ...rest, query: text };
    return {
      ...rest,
      extensions: { persistedQuery: { version: 1, sha256Hash: documents.nameOf(text, ownerOf(ctx)) } },
    };
  }
}

/** A cookie counts only where a form of another site cannot send it. */
const isFromPage = ({ headers }: FastifyRequest) =>
  headers["content-type"]?.toLowerCase().startsWith("application/json") ?? false;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function headersOf({ headers }: FastifyRequest) {
  const map = new HeaderMap();
  for (const name of wanted) {
    const value = headers[name];
    if (typeof value === "string") map.set(name, value);
  }
  return map;
}
