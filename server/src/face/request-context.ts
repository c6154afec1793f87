import type { FastifyReply, FastifyRequest } from "fastify";
import type { OperationDefinitionNode } from "graphql";
import type { Logger } from "pino";
import type { Context, HttpExchange } from "#kernel/context";
import type { Database } from "#kernel/database/database";
import type { Credential, Identity } from "#kernel/database/identity";
import type { FileStore } from "#kernel/files/file-store";
import type { Deed } from "#kernel/record";
import { deviceCookie, readDeviceCookie } from "./device-cookie.ts";
import type { Identities } from "./identities.ts";
import { localeOf } from "./locale.ts";
import type { Rates } from "./rate-limit.ts";
import { type RequestClock, startClock } from "./request-clock.ts";
import { sessionCookies } from "./session-cookie.ts";
import { assertOwn } from "./whose.ts";

/** What a request leaves for its line in the log. */
export interface Noted {
  operation?: string;
  kind?: "query" | "mutation" | "subscription";
  accountId?: string;
}

export interface FaceContext extends Context, Pick<RequestClock, "within"> {
  noted: Noted;
}

export interface Services {
  database: Database;
  sealKey: Buffer | undefined;
  identities: Identities;
  rates: Rates;
  files: FileStore;
  /** Without it, the usual. */
  requestTimeMs: number | undefined;
  log: Logger;
  now: () => Date;
  announce(bureauId: string, deeds: readonly Deed[]): void;
}

export async function contextOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  credential: Credential | null,
  timeMs = services.requestTimeMs,
): Promise<FaceContext> {
  const clock = startClock(reply, timeMs);
  const found = admit(services, request, credential, isPersons(request, credential));
  const identity = found instanceof Promise ? await clock.within(found) : found;
  const noted: Noted = { accountId: identity?.actor.accountId };
  request.noted = noted;
  const told = assertOwn({ identities: services.identities, request, reply, credential, identity });
  if (told) await clock.within(told);
  return {
    requestId: request.id,
    locale: localeOf(request),
    actor: identity?.actor ?? null,
    credential: identity ? credential : null,
    database: services.database,
    sealKey: services.sealKey,
    files: services.files,
    now: services.now,
    signal: clock.signal,
    within: clock.within,
    log: services.log,
    announce: services.announce,
    noted,
    http: new Exchange(request, reply, services.now),
  };
}

/** Nothing of it is worked out for the many requests that ask for none of it. */
class Exchange implements HttpExchange {
  private readonly request: FastifyRequest;
  private readonly reply: FastifyReply;
  private readonly now: () => Date;

  constructor(request: FastifyRequest, reply: FastifyReply, now: () => Date) {
    this.request = request;
    this.reply = reply;
    this.now = now;
  }
  get address() {
    return this.request.ip;
  }
  get userAgent() {
    return this.request.headers["user-agent"]?.slice(0, 200) ?? "";
  }
  get device() {
    return readDeviceCookie(this.request.headers.cookie, this.isSecure);
  }
  setDevice(text: string) {
    void this.reply.header("set-cookie", deviceCookie(text, this.isSecure, this.now()));
  }
  setSession(text: string | null, expires?: Date) {
    for (const cookie of sessionCookies(text, this.isSecure, expires)) void this.reply.header("set-cookie", cookie);
  }
  private get isSecure() {
    return this.request.protocol === "https";
  }
}

/** For the log, and for what is told when it fails. */
export function noteOperation({ noted }: FaceContext, { name, operation }: OperationDefinitionNode) {
  noted.operation = name?.value ?? operation;
  noted.kind = operation;
}

type Gate = Pick<Services, "identities" | "rates">;

/** Lets a request in, as whom it comes from or a stranger, unless too many have come; a promise only where somebody must be looked up. */
export function admit(
  { identities, rates }: Gate,
  request: Pick<FastifyRequest, "ip">,
  credential: Credential | null,
  isPerson: boolean,
): Identity | null | Promise<Identity | null> {
  const known = credential && identities.remembered(credential, { isPerson });
  if (known) rates.signedIn(known.actor.via.id);
  else rates.stranger(request.ip);
  return known ?? (credential && meet({ identities, rates }, request.ip, credential, isPerson));
}

async function meet({ identities, rates }: Gate, ip: string, credential: Credential, isPerson: boolean) {
  const found = await identities.find(credential, { isPerson });
  if (!found) return null;
  rates.admitted(ip);
  rates.signedIn(found.actor.via.id);
  return found;
}

/** Screens mark what they ask for by themselves, so that nobody stays signed in who is not there. */
const isPersons = ({ headers }: FastifyRequest, credential: Credential | null) =>
  credential?.kind === "token" || headers["x-maple-automatic"] === undefined;

declare module "fastify" {
  interface FastifyRequest {
    noted: Noted | undefined;
  }
}
