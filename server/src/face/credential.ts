import type { FastifyRequest } from "fastify";
import type { Credential } from "#kernel/database/identity";
import { rememberLeastUsed } from "#kernel/least-used";
import { readSessionText, readTokenText } from "#kernel/secrets";
import { readSessionCookie } from "./session-cookie.ts";

type Asking = Pick<FastifyRequest, "headers" | "protocol">;

/** The token a request bears, or else the session of its cookie. */
export const credentialOf = (request: Asking): Credential | null =>
  request.headers.authorization === undefined ? sessionCredential(request) : tokenCredential(request);

export function sessionCredential({ headers: { cookie }, protocol }: Asking): Credential | null {
  const text = readSessionCookie(cookie, protocol === "https");
  const proof = text ? readSessionText(text) : null;
  return proof && { kind: "session", ...proof };
}

/** Programs send the same header with every request: its hash is worked out once. */
const tokens = rememberLeastUsed<Credential>({ most: 5_000 });

export function tokenCredential({ headers: { authorization } }: Pick<Asking, "headers">): Credential | null {
  if (authorization === undefined) return null;
  const known = tokens.get(authorization);
  if (known) return known;
  const credential = readToken(authorization);
  if (credential) tokens.set(authorization, credential);
  return credential;
}

function readToken(authorization: string): Credential | null {
  const text = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const proof = text ? readTokenText(text) : null;
  return proof && { kind: "token", ...proof };
}
