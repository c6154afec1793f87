import type { FastifyRequest } from "fastify";

/** What every answer carries. */
export const headersOfAll = ({ id }: Pick<FastifyRequest, "id">) => ({
  "x-request-id": id,
  "x-content-type-options": "nosniff",
});
