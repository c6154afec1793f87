import type { FastifyInstance } from "fastify";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";

/** The schema as the contract has it: everything in alphabetical order, so that its changes read well. */
export const schemaText = (schema: GraphQLSchema) => `${printSchema(lexicographicSortSchema(schema))}\n`;

export function serveSchema(fastify: FastifyInstance, schema: GraphQLSchema) {
  let text: string | undefined;
  fastify.get("/api/schema.graphql", async (_request, reply) => {
    text ??= schemaText(schema);
    return reply.type("text/plain; charset=utf-8").header("cache-control", "no-cache").send(text);
  });
}
