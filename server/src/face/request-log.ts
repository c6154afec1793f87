import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { clientRequestId } from "./answer-headers.ts";

const quiet = new Set(["/livez", "/metrics", "/readyz"]);

/** One line for each request; nothing of its headers, variables or address bar that could be a secret. */
export function logRequests(fastify: FastifyInstance, log: Logger) {
  if (!log.isLevelEnabled("info")) return;
  fastify.addHook("onResponse", (request, reply, done) => {
    const path = request.url.split("?", 1)[0]!;
    if (!quiet.has(path)) {
      const { method, id, noted } = request;
      log.info({
        requestId: id,
        clientRequestId: clientRequestId(request),
        method,
        path,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...noted,
      });
    }
    done();
  });
}
