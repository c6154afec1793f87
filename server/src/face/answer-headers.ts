import type { FastifyRequest } from "fastify";

/** Named by whoever sent the request, to find it again in their own log. */
const shape = /^[\w.:-]{8,64}$/;

export function clientRequestId({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const given = headers["x-request-id"];
  return typeof given === "string" && shape.test(given) ? given : undefined;
}

const aYear = 31_536_000;

/** What every answer carries. Our own id stands for the request; the caller's stands beside it. */
export function headersOfAll(request: Pick<FastifyRequest, "id" | "headers" | "protocol">): Record<string, string> {
  const theirs = clientRequestId(request);
  return {
    "x-request-id": request.id,
    ...(theirs === undefined ? {} : { "x-client-request-id": theirs }),
    "x-content-type-options": "nosniff",
    ...(request.protocol === "https" ? { "strict-transport-security": `max-age=${aYear}` } : {}),
  };
}
