import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type FieldFault, Invalid, Refusal } from "#kernel/errors";
import { collectPortions, limits, type Portions } from "#modules/imports";
import type { FaceContext } from "./request-context.ts";
import { RequestFault, requestFaultOf } from "./request-fault.ts";

/** What a form may hold beside its file, in all: names, headers, whatever stands between the parts. */
const bytesBeside = 100_000;

export const formLimits = {
  fileSize: limits.bytes,
  files: 1,
  fields: 4,
  parts: 5,
  fieldSize: 200,
  headerPairs: 20,
  headerSize: 8_000,
};

export interface ReceivedUpload {
  fileName: string;
  portions: Portions;
  kind: string | undefined;
}

/** The form whole, in whatever order its parts come; what was received of one that is refused is let go at once. */
export async function receiveUpload(
  { within }: Pick<FaceContext, "within">,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ReceivedUpload> {
  const counted = countBytes(request);
  try {
    return await within(Promise.race([readForm(request), counted.tooMany]));
  } catch (error) {
    // The rest of it is not waited for.
    if (!request.raw.readableEnded) void reply.header("connection", "close");
    throw refusalOfForm(error as Error, request);
  } finally {
    counted.stop();
  }
}

async function readForm(request: FastifyRequest): Promise<ReceivedUpload> {
  let file: ReceivedUpload | undefined;
  const kinds: string[] = [];
  for await (const part of request.parts()) {
    if (part.type === "file") file = await readFile(part);
    else if (part.fieldname === "kind") kinds.push(String(part.value));
  }
  if (!file) throw new Invalid([{ path: ["file"], code: "REQUIRED" }]);
  if (kinds.length > 1) throw new Invalid([{ path: ["kind"], code: "UPLOAD_TWICE" }]);
  return { ...file, kind: kinds[0] };
}

async function readFile(part: MultipartFile): Promise<ReceivedUpload> {
  const file = collectPortions();
  for await (const chunk of part.file as AsyncIterable<Buffer>) file.add(chunk);
  if (part.file.truncated) throw tooLarge();
  if (part.fieldname !== "file") throw new Invalid([{ path: ["file"], code: "UPLOAD_FILE_FIELD" }]);
  if (!part.filename) throw new Invalid([{ path: ["file"], code: "UPLOAD_FILE_NAME" }]);
  return { fileName: part.filename, portions: file.collected(), kind: undefined };
}

/** The reader of forms counts what stands in its parts alone. */
function countBytes({ raw }: FastifyRequest) {
  let bytes = 0;
  let refuse = (_error: Error) => {};
  const tooMany = new Promise<never>((_resolve, reject) => (refuse = reject));
  tooMany.catch(() => {});
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.bytes + bytesBeside) refuse(tooLarge());
  };
  raw.on("data", count);
  return { tooMany, stop: () => raw.off("data", count) };
}

const faults: Readonly<Record<string, FieldFault>> = {
  FST_FILES_LIMIT: { path: ["file"], code: "UPLOAD_TWICE" },
  FST_FIELDS_LIMIT: { path: ["file"], code: "UPLOAD_PARTS", params: { most: formLimits.fields } },
  FST_PARTS_LIMIT: { path: ["file"], code: "UPLOAD_PARTS", params: { most: formLimits.fields } },
  FST_PROTO_VIOLATION: { path: ["file"], code: "UPLOAD_MALFORMED" },
  FST_INVALID_JSON_FIELD_ERROR: { path: ["kind"], code: "UPLOAD_MALFORMED" },
};

const tooLarge = () => new RequestFault(413, "UPLOAD_TOO_LARGE", { megabytes: limits.megabytes });

/** Nothing but the reader of forms runs here: what it throws is about the form. */
function refusalOfForm(error: Error & { code?: string }, request: FastifyRequest): Error {
  if (error instanceof Refusal) return error;
  if (error.code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return new RequestFault(415, "UPLOAD_MEDIA_TYPE");
  const told = error.code === "ECONNRESET" ? requestFaultOf(error) : undefined;
  if (told) return told;
  request.log.info({ err: error, requestId: request.id }, "a form could not be read");
  return new Invalid([faults[error.code ?? ""] ?? { path: ["file"], code: "UPLOAD_MALFORMED" }]);
}
