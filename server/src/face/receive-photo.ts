import type { FastifyReply, FastifyRequest } from "fastify";
import type { Readable } from "node:stream";
import { pictureLimits } from "#modules/evidence";
import { formLimitsOf, receiveUpload, tooLarge } from "./receive-upload.ts";
import type { FaceContext } from "./request-context.ts";
import { requestFaultOf } from "./request-fault.ts";

export const photoFormLimits = formLimitsOf(pictureLimits);

interface ReceivedPhoto {
  bytes: Buffer;
  /** As a field of the form says. */
  digest: string | undefined;
}

/** A photo as the body, or as the file of a form. */
export async function receivePhoto(
  ctx: FaceContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ReceivedPhoto> {
  if (!request.isMultipart()) return { bytes: await receiveBody(ctx, request, reply), digest: undefined };
  const file = collectChunks();
  const { field } = await receiveUpload(ctx, request, reply, { file, field: "digest", ...pictureLimits });
  return { bytes: file.collected(), digest: field };
}

async function receiveBody({ within }: FaceContext, request: FastifyRequest, reply: FastifyReply): Promise<Buffer> {
  try {
    return await within(readAll(request.body as Readable | undefined));
  } catch (error) {
    if (!request.raw.readableEnded) void reply.header("connection", "close");
    throw requestFaultOf(error as Error) ?? error;
  }
}

async function readAll(body: Readable | undefined): Promise<Buffer> {
  const file = collectChunks();
  let bytes = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Buffer>) {
    if ((bytes += chunk.length) > pictureLimits.bytes) throw tooLarge(pictureLimits);
    file.add(chunk);
  }
  return file.collected();
}

function collectChunks() {
  const chunks: Uint8Array[] = [];
  return { add: (chunk: Uint8Array) => void chunks.push(chunk), collected: () => Buffer.concat(chunks) };
}
