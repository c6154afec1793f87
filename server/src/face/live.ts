import type { OutgoingHttpHeaders } from "node:http";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Logger } from "pino";
import type { Actor } from "#kernel/actor";
import type { Credential } from "#kernel/database/identity";
import { RateLimited, Unauthenticated, Unavailable } from "#kernel/errors";
import { countShares } from "#kernel/shares";
import { headersOfAll } from "./answer-headers.ts";
import type { Announced, Change } from "./changes.ts";
import { sessionCredential } from "./credential.ts";
import type { Identities } from "./identities.ts";
import { startClock } from "./request-clock.ts";
import { admit, type Services } from "./request-context.ts";
import { assertOwn } from "./whose.ts";

/** More often than an idle connection is closed. */
const heartbeatMs = 10_000;
/** Open at one time: a browser opens one for each of its windows. */
const usualMost = { session: 12, account: 36, bureau: 700, all: 2_000 };
/** What a reader may leave unread before their stream ends. */
const mostUnread = 64_000;

interface Stream {
  reply: FastifyReply;
  credential: Credential;
}

export type Live = ReturnType<typeof openLive>;

/** The open streams of this process, by bureau: each is told of its bureau's changes for as long as its session lasts. */
export function openLive(identities: Identities, log: Logger, most = usualMost) {
  const streams = new Map<string, Set<Stream>>();
  const shares = countShares();
  const all = () => [...streams.values()].flatMap((each) => Array.from(each));

  async function endIfOver(stream: Stream) {
    try {
      if (!(await identities.find(stream.credential, { isPerson: false }))) stream.reply.raw.end();
    } catch (error) {
      // Without the database there is nothing to tell either: the next beat asks again.
      log.debug({ err: error }, "whose stream it is could not be looked up");
    }
  }

  function send({ reply: { raw, request } }: Stream, text: string) {
    if (raw.writableLength < mostUnread) return raw.write(text);
    log.warn({ requestId: request.id }, "a stream that nobody reads was ended");
    raw.destroy();
  }

  function beat() {
    for (const stream of all()) {
      send(stream, ": here\n\n");
      void endIfOver(stream);
    }
  }

  /** A share for a stream of this account; whoever has too many of them, or all have, is refused. */
  function take({ via, accountId, bureauId }: Actor) {
    const own = shares.take([
      [`session ${via.id}`, most.session],
      [`account ${accountId}`, most.account],
    ]);
    if (!own) throw new RateLimited([], "TOO_MANY_STREAMS", { most: most.session });
    const giveBack = shares.take([
      [`bureau ${bureauId}`, most.bureau],
      ["all", most.all],
    ]);
    if (giveBack) return () => (own(), giveBack());
    own();
    throw new Unavailable();
  }

  const heart = setInterval(beat, heartbeatMs).unref();

  return {
    take,
    count: () => shares.of("all"),
    open(reply: FastifyReply, credential: Credential, giveBack: () => void) {
      const stream = { reply, credential };
      const own = streams.get(credential.bureauId) ?? new Set();
      streams.set(credential.bureauId, own.add(stream));
      reply.raw.once("close", () => {
        giveBack();
        own.delete(stream);
        if (own.size === 0) streams.delete(credential.bureauId);
      });
    },
    tell({ bureauId, types }: Announced) {
      const text = `data: ${JSON.stringify({ types } satisfies Change)}\n\n`;
      for (const stream of streams.get(bureauId) ?? []) send(stream, text);
    },
    /** Something about the bureau's accounts has changed: a stream whose session is over ends now. */
    check(bureauId: string) {
      for (const stream of streams.get(bureauId) ?? []) void endIfOver(stream);
    },
    close() {
      clearInterval(heart);
      for (const { reply } of all()) reply.raw.end();
    },
  };
}

/** `GET /events`: server-sent events `{"types": […]}` of what has changed in the caller's bureau. */
export function serveEvents(fastify: FastifyInstance, live: Live, services: Services) {
  fastify.get("/events", { exposeHeadRoute: false }, async (request, reply) => {
    const clock = startClock(reply, services.requestTimeMs);
    const credential = sessionCredential(request);
    const identity = await clock.within(Promise.resolve(admit(services, request, credential, false)));
    await assertOwn({ identities: services.identities, request, reply, credential, identity });
    if (!credential || !identity) throw new Unauthenticated();
    const giveBack = live.take(identity.actor);
    clock.stop();
    request.noted = { accountId: identity.actor.accountId };
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      ...(reply.getHeaders() as OutgoingHttpHeaders),
      ...headersOfAll(request),
    });
    live.open(reply, credential, giveBack);
    reply.raw.write("retry: 2000\n\n");
    return reply;
  });
}
