import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { refusalOf } from "#kernel/database/refusals";
import { NotFound, Refusal } from "#kernel/errors";
import { describeError } from "./describe-error.ts";
import { headersOfAll } from "./answer-headers.ts";
import { localeOf } from "./locale.ts";
import { RequestFault, requestFaultOf } from "./request-fault.ts";

const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
  OTHER_VIEWER: 409,
  PASSWORD_CHANGE_REQUIRED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Whatever goes wrong outside of GraphQL is answered in the same shape as inside of it. */
export function answerErrors(fastify: FastifyInstance, log: Logger) {
  fastify.setErrorHandler((error: Error, request, reply) => answerError(error, request, reply, log));
  fastify.setNotFoundHandler((request, reply) => {
    const params = { method: request.method, path: request.url.split("?")[0]! };
    answerError(new NotFound([], "NOT_SERVED", params), request, reply, log);
  });
}

export function answerError(error: Error, request: FastifyRequest, reply: FastifyReply, log: Logger) {
  const refusal = error instanceof Refusal ? error : (requestFaultOf(error) ?? refusalOf(error));
  const told = error instanceof GraphQLError ? error : (refusal ?? error);
  const status = statusOf(told);
  if (status === 503) void reply.header("retry-after", "1");
  const errors = [describeError(told, { requestId: request.id, locale: localeOf(request), log, noted: request.noted })];
  void reply
    .code(status)
    .headers(headersOfAll(request))
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors }));
}

function statusOf(error: Error): number {
  if (error instanceof RequestFault) return error.status;
  if (error instanceof GraphQLError) return 400;
  return error instanceof Refusal ? statuses[error.code]! : 500;
}
