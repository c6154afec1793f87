import type { FastifyInstance } from "fastify";

/** For a list of many pages, or the weeks of all of a station, to be read and written. */
export const exportTimeMs = 120_000;

/** Nothing moves on the socket while a file is made: it would be taken for a dead one. */
export function waitForExports(fastify: FastifyInstance) {
  fastify.server.on("request", ({ url, socket }) => {
    if (url?.startsWith("/exports/")) socket.setTimeout(exportTimeMs);
  });
}
