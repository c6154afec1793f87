import { type ApolloServer, HeaderMap } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { credentialOf, tokenCredential } from "./credential.ts";
import { limitInFlight } from "./in-flight.ts";
import type { KnownDocuments } from "./known-documents.ts";
import { contextOf, type FaceContext, type Services } from "./request-context.ts";
import { documentText, type TrustedDocuments } from "./trusted-documents.ts";

/** The headers that Apollo looks at. */
const wanted = ["content-type", "accept", "apollo-require-preflight", "x-apollo-operation-name"] as const;

export interface GraphQLRoute {
  apollo: ApolloServer<FaceContext>;
  documents: KnownDocuments;
  services: Services;
  trusted: TrustedDocuments;
}

export function serveGraphQL(fastify: FastifyInstance, route: GraphQLRoute) {
  const inFlight = limitInFlight();
  fastify.post("/graphql", (request, reply) => inFlight(() => answer(route, request, reply)));
  fastify.get("/graphql", (_request, reply) =>
    reply
      .code(405)
      .header("allow", "POST")
      .send({ errors: [{ message: "POST a document.", extensions: { code: "BAD_REQUEST" } }] }),
  );
}

async function answer(
  { apollo, documents, services, trusted }: GraphQLRoute,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const credential = isFromPage(request) ? credentialOf(request.headers) : tokenCredential(request.headers);
  const ctx = await contextOf(services, request, reply, credential);
  const { body, status, headers } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers: headersOf(request), search: "", body: bodyOf(request.body) },
    context: async () => ctx,
  });
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200).header("cache-control", "no-store");
  return body.kind === "complete" ? body.string : reply.send(body.asyncIterator);

  function bodyOf(sent: unknown) {
    if (!isRecord(sent)) return sent;
    const { id: _id, query: _query, extensions: _extensions, ...rest } = sent;
    const text = documentText(trusted, sent, credential?.kind === "token");
    if (typeof text !== "string" || text === "") return { ...rest, query: text };
    return { ...rest, extensions: { persistedQuery: { version: 1, sha256Hash: documents.nameOf(text) } } };
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
