import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Context } from "#kernel/context";
import type { Credential } from "#kernel/database/identity";
import type { Database } from "#kernel/database/database";
import type { Deed } from "#kernel/record";
import type { Identities } from "./identities.ts";
import { localeOf } from "./locale.ts";
import type { Rates } from "./rate-limit.ts";
import { sessionCookie } from "./session-cookie.ts";

/** What a request leaves for its line in the log. */
export interface Noted {
  operation?: string;
  accountId?: string;
}

export interface FaceContext extends Context {
  noted: Noted;
}

export interface Services {
  database: Database;
  identities: Identities;
  rates: Rates;
  log: Logger;
  now: () => Date;
  announce(bureauId: string, deeds: readonly Deed[]): void;
}

export async function contextOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  credential: Credential | null,
): Promise<FaceContext> {
  const found = identityOf(services, request, credential);
  const identity = found instanceof Promise ? await found : found;
  if (identity) services.rates.signedIn(identity.actor.via.id);
  else services.rates.stranger(request.ip);
  const noted: Noted = { accountId: identity?.actor.accountId };
  request.noted = noted;
  return {
    requestId: request.id,
    locale: localeOf(request),
    actor: identity?.actor ?? null,
    credential: identity ? credential : null,
    database: services.database,
    now: services.now,
    log: services.log,
    announce: services.announce,
    noted,
    http: {
      address: request.ip,
      userAgent: request.headers["user-agent"]?.slice(0, 200) ?? "",
      setSession: (text, expires) =>
        void reply.header("set-cookie", sessionCookie(text, request.protocol === "https", expires)),
    },
  };
}

/** Remembered, or looked up; a promise only where it must be. */
function identityOf({ identities, rates }: Services, { ip }: FastifyRequest, credential: Credential | null) {
  if (!credential) return null;
  const known = identities.remembered(credential);
  if (known) return known;
  rates.mayKnock(ip);
  return identities.find(credential);
}

declare module "fastify" {
  interface FastifyRequest {
    noted: Noted | undefined;
  }
}
