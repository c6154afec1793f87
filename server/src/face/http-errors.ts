import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { refusalOf } from "#kernel/database/refusals";
import { Refusal } from "#kernel/errors";
import { describeError } from "./describe-error.ts";
import { localeOf } from "./locale.ts";

const statuses: Record<string, number> = {
  UNAUTHENTICATED: 401,
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
  fastify.setErrorHandler((error: Error, request, reply) => send(error, request, reply, log));
  fastify.setNotFoundHandler((request, reply) => {
    void reply.code(404).send({
      errors: [
        {
          message: `Nothing is served at ${request.method} ${request.url.split("?")[0]}.`,
          extensions: { code: "NOT_FOUND", requestId: request.id },
        },
      ],
    });
  });
}

function send(error: Error, request: FastifyRequest, reply: FastifyReply, log: Logger) {
  const { id: requestId } = request;
  const refusal = error instanceof Refusal ? error : refusalOf(error);
  const status = refusal ? statuses[refusal.code]! : statusOf(error);
  if (status === 503) void reply.header("retry-after", "1");
  const isTheirs = !refusal && status < 500;
  const told = isTheirs
    ? requestFault(error, requestId)
    : describeError(refusal ?? error, { requestId, locale: localeOf(request), log });
  void reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [told] }));
}

function requestFault(error: Error, requestId: string) {
  const code = error instanceof GraphQLError ? error.extensions["code"] : "BAD_REQUEST";
  return { message: error.message, extensions: { code, requestId } };
}

function statusOf(error: Error): number {
  if (error instanceof GraphQLError) return 400;
  return (error as FastifyError).statusCode ?? 500;
}
