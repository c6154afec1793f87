import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Context } from "#kernel/context";
import type { Credential } from "#kernel/database/identity";
import type { Database } from "#kernel/database/database";
import type { Deed } from "#kernel/record";
import type { Identities } from "./identities.ts";
import { localeOf } from "./locale.ts";
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
  log: Logger;
  now: () => Date;
  announce(bureauId: string, deeds: readonly Deed[]): void;
}

export async function contextOf(services: Services, request: FastifyRequest, reply: FastifyReply, credential: Credential | null): Promise<FaceContext> {
  const found = credential && services.identities.find(credential);
  const identity = found instanceof Promise ? await found : found;
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
      setSession: (text, expires) => void reply.header("set-cookie", sessionCookie(text, request.protocol === "https", expires)),
    },
  };
}

declare module "fastify" {
  interface FastifyRequest {
    noted: Noted | undefined;
  }
}
