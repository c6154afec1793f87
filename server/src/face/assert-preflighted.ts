import type { FastifyRequest } from "fastify";
import { Forbidden } from "#kernel/errors";

/** A form of another site can send files with the cookie, but no header of its own. */
export function assertPreflighted({ headers }: FastifyRequest, own: readonly string[], refusal: string) {
  const telling = [...own, "apollo-require-preflight", "authorization"];
  if (!telling.some((name) => headers[name])) throw new Forbidden([], refusal);
}
