import type { FastifyRequest } from "fastify";
import type { Credential } from "#kernel/database/identity";
import { readSessionText, readTokenText } from "#kernel/secrets";
import { readSessionCookie } from "./session-cookie.ts";

type Headers = FastifyRequest["headers"];

/** The token a request bears, or else the session of its cookie. */
export const credentialOf = (headers: Headers): Credential | null =>
  headers.authorization === undefined ? sessionCredential(headers) : tokenCredential(headers);

export function sessionCredential({ cookie }: Headers): Credential | null {
  const text = readSessionCookie(cookie);
  const proof = text ? readSessionText(text) : null;
  return proof && { kind: "session", ...proof };
}

const tokens = new Map<string, Credential>();
const mostRemembered = 1_000;

/** Programs send the same header with every request: its hash is worked out once. */
export function tokenCredential({ authorization }: Headers): Credential | null {
  if (authorization === undefined) return null;
  const known = tokens.get(authorization);
  if (known) return known;
  const credential = readToken(authorization);
  if (tokens.size >= mostRemembered) tokens.clear();
  if (credential) tokens.set(authorization, credential);
  return credential;
}

function readToken(authorization: string): Credential | null {
  const text = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const proof = text ? readTokenText(text) : null;
  return proof && { kind: "token", ...proof };
}
