import type { FastifyReply, FastifyRequest } from "fastify";
import { actorOf } from "#kernel/context";
import { NotFound } from "#kernel/errors";
import type { FaceContext } from "./request-context.ts";

const endings: Readonly<Record<string, string>> = { "image/jpeg": "jpg", "image/png": "png", "image/webp": "webp" };

/** A browser keeps it for its owner, and asks each time whether it may still be shown. */
export async function sendPhoto(
  ctx: FaceContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { digest, mediaType }: { digest: string; mediaType: string },
) {
  const tag = `"${digest}"`;
  const headers = {
    etag: tag,
    "cache-control": "private, no-cache",
    vary: "cookie, authorization",
    "content-disposition": `inline; filename="${digest.slice(0, 12)}.${endings[mediaType]}"`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
  };
  if (request.headers["if-none-match"]?.includes(tag)) return reply.headers(headers).code(304).send();
  const { bureauId } = actorOf(ctx);
  const bytes = await ctx.within(ctx.files.get(bureauId, digest, ctx.signal));
  if (bytes) return reply.headers(headers).type(mediaType).send(bytes);
  ctx.log.error({ bureauId, digest }, "the file of a photo is not in the store");
  throw new NotFound([], "PHOTO_BYTES_GONE");
}
