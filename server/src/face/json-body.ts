import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { RequestFault } from "./request-fault.ts";

/** Read in another encoding, names would be kept as marks that stand for nothing. */
export function takeJson(fastify: FastifyInstance) {
  const parse = fastify.getDefaultJsonParser("ignore", "ignore");
  fastify.removeContentTypeParser("application/json");
  fastify.addContentTypeParser<Buffer>("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (!isUtf8(body)) return done(new RequestFault(400, "BODY_NOT_UTF8"));
    return parse(request, body.toString(), done);
  });
}
