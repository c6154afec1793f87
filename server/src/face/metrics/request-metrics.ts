import type { FastifyInstance, FastifyRequest } from "fastify";
import type { TrustedDocuments } from "../trusted-documents.ts";
import { type Metric, type Sample, spreadOf } from "./exposition.ts";

/** The screens' operations by name, the other routes by their pattern, and everything else as one: whatever is sent, labels stay few. */
export function countRequests(fastify: FastifyInstance, trusted: TrustedDocuments) {
  const known = new Set(trusted === "any" ? [] : [...trusted.byId.values()].flatMap(namesIn));
  const seconds = spreadOf("operation");
  const statuses = new Map<string, Sample>();

  fastify.addHook("onResponse", (request, reply, done) => {
    const operation = operationOf(request);
    seconds.add(operation, reply.elapsedTime / 1_000);
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    const key = `${operation} ${status}`;
    const sample = statuses.get(key) ?? { labels: { operation, status }, value: 0 };
    sample.value++;
    statuses.set(key, sample);
    done();
  });

  function operationOf({ routeOptions, noted }: FastifyRequest): string {
    const { url } = routeOptions;
    if (url === undefined) return "other";
    if (url !== "/graphql") return url.startsWith("/assets/") ? "/assets" : url;
    return noted?.operation !== undefined && known.has(noted.operation) ? noted.operation : "other";
  }

  return (): Metric[] => [
    {
      name: "maple_requests_total",
      type: "counter",
      help: "Requests answered, by the screens' operation or the route, and the class of their status.",
      samples: [...statuses.values()],
    },
    {
      name: "maple_request_seconds",
      type: "histogram",
      help: "How long a request took, by the screens' operation or the route.",
      samples: seconds.samples(),
    },
  ];
}

const namesIn = (text: string) =>
  [...text.matchAll(/^(?:query|mutation|subscription) (\w+)/gm)].map(([, name]) => name!);
