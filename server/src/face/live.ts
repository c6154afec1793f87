import type { FastifyInstance, FastifyReply } from "fastify";
import { Unauthenticated } from "#kernel/errors";
import type { Credential } from "#kernel/database/identity";
import type { Announced, Change } from "./changes.ts";
import { sessionCredential } from "./credential.ts";
import type { Identities } from "./identities.ts";

/** More often than an idle connection is closed. */
const heartbeatMs = 10_000;
const mostStreams = 2_000;

interface Stream {
  reply: FastifyReply;
  credential: Credential;
}

export type Live = ReturnType<typeof openLive>;

/** The open streams of this process, by bureau: each is told of its bureau's changes for as long as its session lasts. */
export function openLive(identities: Identities) {
  const streams = new Map<string, Set<Stream>>();
  const all = () => [...streams.values()].flatMap((each) => Array.from(each));

  async function endIfOver(stream: Stream) {
    if (!(await identities.find(stream.credential))) stream.reply.raw.end();
  }

  function beat() {
    for (const stream of all()) {
      stream.reply.raw.write(": here\n\n");
      void endIfOver(stream).catch(() => stream.reply.raw.end());
    }
  }

  const heart = setInterval(beat, heartbeatMs).unref();

  return {
    count: () => all().length,
    open(reply: FastifyReply, credential: Credential) {
      const stream = { reply, credential };
      const own = streams.get(credential.bureauId) ?? new Set();
      streams.set(credential.bureauId, own.add(stream));
      reply.raw.once("close", () => {
        own.delete(stream);
        if (own.size === 0) streams.delete(credential.bureauId);
      });
    },
    tell({ bureauId, types, ids }: Announced) {
      const text = `data: ${JSON.stringify({ types, ids } satisfies Change)}\n\n`;
      for (const { reply } of streams.get(bureauId) ?? []) reply.raw.write(text);
    },
    /** Something about the bureau's accounts has changed: a stream whose session is over ends now. */
    check(bureauId: string) {
      for (const stream of streams.get(bureauId) ?? []) void endIfOver(stream).catch(() => stream.reply.raw.end());
    },
    close() {
      clearInterval(heart);
      for (const { reply } of all()) reply.raw.end();
    },
  };
}

/** `GET /events`: server-sent events `{"types": […], "ids": […]}` of what has changed in the caller's bureau. */
export function serveEvents(fastify: FastifyInstance, live: Live, identities: Identities) {
  fastify.get("/events", async (request, reply) => {
    const credential = sessionCredential(request.headers);
    const identity = credential && (await identities.find(credential));
    if (!credential || !identity) throw new Unauthenticated();
    if (live.count() >= mostStreams) return reply.code(503).header("retry-after", "5").send({ errors: [] });
    request.noted = { accountId: identity.actor.accountId };
    reply.hijack();
    reply.raw.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
      "x-request-id": request.id,
    });
    reply.raw.write("retry: 2000\n\n");
    live.open(reply, credential);
    return reply;
  });
}
