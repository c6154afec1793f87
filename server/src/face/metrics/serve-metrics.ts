import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Database } from "#kernel/database/database";
import type { TrustedDocuments } from "../trusted-documents.ts";
import { databaseMetrics } from "./database-metrics.ts";
import { contentType, exposed } from "./exposition.ts";
import { watchProcess } from "./process-metrics.ts";
import { countRequests } from "./request-metrics.ts";

interface Options {
  database: Database;
  trusted: TrustedDocuments;
  streams: () => number;
  /** Whoever has it may read them, from anywhere; without one, whoever is on this machine. */
  token: string | undefined;
}

/** `GET /metrics`, for Prometheus. To everybody else there is no such address. */
export function serveMetrics(fastify: FastifyInstance, { database, trusted, streams, token }: Options) {
  const requests = countRequests(fastify, trusted);
  const own = watchProcess();
  fastify.addHook("onClose", async () => own.close());
  fastify.get("/metrics", { exposeHeadRoute: false }, async (request, reply) => {
    if (!mayRead(request, token)) return reply.callNotFound();
    const open = {
      name: "maple_event_streams",
      type: "gauge",
      help: "Open streams of changes.",
      samples: [{ value: streams() }],
    } as const;
    const metrics = [...requests(), open, ...(await databaseMetrics(database)), ...(await own.metrics())];
    return reply.type(contentType).header("cache-control", "no-store").send(exposed(metrics));
  });
}

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** A proxy on this machine is no reader on this machine: what it passes on says for whom. */
function mayRead({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? "", `Bearer ${token}`);
  const isPassedOn = ["x-forwarded-for", "forwarded", "x-real-ip", "via"].some((name) => headers[name] !== undefined);
  return !isPassedOn && loopback.test(socket.remoteAddress ?? "");
}

/** By their digests: how far two of them are the same tells nothing of the token. */
const isSame = (one: string, other: string) => digest(one).equals(digest(other));
const digest = (text: string) => createHash("sha256").update(text).digest();
