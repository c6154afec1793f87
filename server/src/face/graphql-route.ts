import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { credentialOf, tokenCredential } from "./credential.ts";
import { type FaceContext, contextOf, type Services } from "./request-context.ts";
import { assertMeasured } from "./seen-documents.ts";
import { documentText, type TrustedDocuments } from "./trusted-documents.ts";

/** The headers that Apollo looks at. */
const wanted = ["content-type", "accept", "apollo-require-preflight", "x-apollo-operation-name"] as const;

export interface GraphQLRoute {
  apollo: ApolloServer<FaceContext>;
  services: Services;
  trusted: TrustedDocuments;
}

export function serveGraphQL(fastify: FastifyInstance, route: GraphQLRoute) {
  fastify.route({ method: ["GET", "POST"], url: "/graphql", handler: (request, reply) => answer(route, request, reply) });
}

async function answer({ apollo, services, trusted }: GraphQLRoute, request: FastifyRequest, reply: FastifyReply) {
  const credential = isFromPage(request) ? credentialOf(request.headers) : tokenCredential(request.headers);
  const ctx = await contextOf(services, request, reply, credential);
  const isFree = credential?.kind === "token";
  const body = isRecord(request.body) ? { ...request.body, query: documentText(trusted, request.body, isFree) } : request.body;
  if (request.method === "GET" && !isFree) documentText(trusted, request.query as object, false);
  const text = isRecord(body) ? body.query : (request.query as { query?: unknown }).query;
  if (typeof text === "string") assertMeasured(text);
  const { status, headers, body: answered } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: searchOf(request), body },
    context: async () => ctx,
  });
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200).header("cache-control", "no-store");
  return answered.kind === "complete" ? answered.string : reply.send(answered.asyncIterator);
}

/** A cookie counts only where a form of another site cannot send it. */
const isFromPage = ({ method, headers }: FastifyRequest) => method === "POST" && /^application\/json\b/i.test(headers["content-type"] ?? "");

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function headersOf({ headers }: FastifyRequest) {
  const map = new HeaderMap();
  for (const name of wanted) {
    const value = headers[name];
    if (typeof value === "string") map.set(name, value);
  }
  return map;
}

const searchOf = ({ url }: FastifyRequest) => {
  const mark = url.indexOf("?");
  return mark < 0 ? "" : url.slice(mark);
};
