import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { expectEvidence, receiveEvidence } from "#modules/evidence";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import { knownEvidence } from "./known-evidence.ts";
import { limitDownloads, type Uploads } from "./limit-uploads.ts";
import { photoFormLimits, receivePhoto } from "./receive-photo.ts";
import { contextOf, type Services } from "./request-context.ts";
import { sendPhoto } from "./send-photo.ts";

/** For a photo to arrive over a slow line, and to be worked through. */
const uploadTimeMs = 60_000;

const digestHeader = "x-maple-digest";

interface Of {
  uploads: Uploads;
  schema: GraphQLSchema;
}

/** Photos, in and out: what GraphQL does not carry. */
export function serveEvidence(fastify: FastifyInstance, services: Services, { uploads, schema }: Of) {
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(multipart, { limits: photoFormLimits });
    // Whatever it is said to be, a photo is told by its content.
    scope.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    const known = knownEvidence(schema);
    const downloads = limitDownloads();
    scope.post("/evidence/:id", (request, reply) => upload(services, uploads, request, reply));
    for (const part of ["picture", "thumbnail"] as const)
      scope.get(part === "picture" ? "/evidence/:id" : "/evidence/:id/thumbnail", async (request, reply) => {
        const ctx = await contextOf(services, request, reply, credentialOf(request));
        if (part === "picture") reply.raw.once("close", downloads.take(actorOf(ctx)));
        return sendPhoto(ctx, request, reply, await known(ctx, idOf(request), part));
      });
  });
}

async function upload(services: Services, uploads: Uploads, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOf(services, request, reply, credentialOf(request), uploadTimeMs);
  const actor = actorOf(ctx);
  assertPreflighted(request, [digestHeader], "EVIDENCE_PREFLIGHT");
  const itemId = idOf(request);
  return uploads.counted(actor, async () => {
    await ctx.within(expectEvidence(ctx, itemId));
    const { bytes, digest } = await receivePhoto(ctx, request, reply);
    const sentDigest = digestOf(headerOf(request, digestHeader) ?? digest);
    const idempotencyKey = headerOf(request, "idempotency-key") ?? newId();
    return receiveEvidence(ctx, { idempotencyKey, itemId, sentDigest, bytes });
  });
}

function digestOf(given: string | undefined): string {
  if (given === undefined) throw new Invalid([{ path: ["digest"], code: "REQUIRED" }]);
  return given.toLowerCase();
}

const idOf = ({ params }: FastifyRequest) => (params as { id: string }).id;

const headerOf = ({ headers }: FastifyRequest, name: string) => {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
};
