import Fastify, { type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { newId } from "#kernel/ids";
import { headersOfAll } from "./answer-headers.ts";
import { takeJson } from "./json-body.ts";
import { answerError } from "./http-errors.ts";
import { watchSockets } from "./sockets.ts";

const bodyLimit = 100_000;
/** Of all sockets at one time: the system gives a process so many files. */
const mostSockets = 10_000;

const usualTimes = {
  /** For a request to arrive. */
  arrivalMs: 15_000,
  /** For a socket on which nothing moves. */
  silenceMs: 20_000,
  /** How often sockets are looked at for both. */
  lookMs: 5_000,
};

/** Whose `X-Forwarded-*` headers are believed: addresses or networks with commas between, `loopback` among them. */
export type TrustedProxies = string;

/** A bare server: statements end before requests do, and requests before connections. */
export function makeHttpServer(trustProxy: TrustedProxies, log: Logger, times = usualTimes): FastifyInstance {
  const fastify = Fastify({
    bodyLimit,
    requestTimeout: times.arrivalMs,
    connectionTimeout: times.silenceMs,
    keepAliveTimeout: 72_000,
    http: { connectionsCheckingInterval: times.lookMs, headersTimeout: times.arrivalMs },
    trustProxy,
    // Bodies are read by name, never merged into anything.
    onProtoPoisoning: "ignore",
    onConstructorPoisoning: "ignore",
    genReqId: () => newId(),
    frameworkErrors: (error, request, reply) => answerError(error, request, reply, log),
    forceCloseConnections: false,
    logger: false,
  });
  fastify.server.maxConnections = mostSockets;
  fastify.server.on("drop", () => log.warn({ most: mostSockets }, "a connection was refused: there are too many"));
  const sockets = watchSockets(fastify.server);
  fastify.addHook("preClose", (done) => {
    sockets.close();
    done();
  });
  fastify.removeContentTypeParser("text/plain");
  takeJson(fastify);
  fastify.decorateRequest("noted");
  fastify.addHook("onSend", (request, reply, _payload, done) => {
    void reply.headers(headersOfAll(request));
    done();
  });
  return fastify;
}
