import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { headersOfAll } from "./answer-headers.ts";
import { answerError } from "./http-errors.ts";

const bodyLimit = 100_000;
const arrivalTimeoutMs = 15_000;
const connectionTimeoutMs = 20_000;

/** Whose `X-Forwarded-*` headers are believed: addresses or networks with commas between, `loopback` among them. */
export type TrustedProxies = string;

/** A bare server: statements end before requests do, and requests before connections. */
export function makeHttpServer(trustProxy: TrustedProxies, log: Logger): FastifyInstance {
  const fastify = Fastify({
    bodyLimit,
    requestTimeout: arrivalTimeoutMs,
    connectionTimeout: connectionTimeoutMs,
    keepAliveTimeout: 72_000,
    trustProxy,
    // Bodies are read by name, never merged into anything.
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
    genReqId: ({ headers }) => requestIdOf(headers["x-request-id"]),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, log),
    forceCloseConnections: "idle",
    logger: false,
  });
  fastify.removeContentTypeParser("text/plain");
  fastify.decorateRequest("noted");
  fastify.addHook("onSend", (request, reply, _payload, done) => {
    void reply.headers(headersOfAll(request));
    done();
  });
  return fastify;
}

const requestIdOf = (given: string | string[] | undefined) =>
  typeof given === "string" && /^[\w.:-]{8,64}$/.test(given) ? given : randomUUID();
