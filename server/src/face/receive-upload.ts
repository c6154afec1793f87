import type { MultipartFile } from "@fastify/multipart";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type FieldFault, Invalid, Refusal } from "#kernel/errors";
import type { FaceContext } from "./request-context.ts";
import { RequestFault, requestFaultOf } from "./request-fault.ts";

/** What a form may hold beside its file, in all: names, headers, whatever stands between the parts. */
const bytesBeside = 100_000;

const fields = 4;

export const formLimitsOf = ({ bytes }: { bytes: number }) => ({
  fileSize: bytes,
  files: 1,
  fields,
  parts: fields + 1,
  fieldSize: 200,
  headerPairs: 20,
  headerSize: 8_000,
});

interface Expected {
  bytes: number;
  megabytes: number;
  /** The one field beside the file that means something. */
  field: string;
  /** Takes the file as it arrives. */
  file: { add(chunk: Uint8Array): void };
}

interface ReceivedUpload {
  fileName: string;
  field: string | undefined;
}

/** The form whole, in whatever order its parts come; what was received of one that is refused is let go at once. */
export async function receiveUpload(
  { within }: Pick<FaceContext, "within">,
  request: FastifyRequest,
  reply: FastifyReply,
  expected: Expected,
): Promise<ReceivedUpload> {
  const counted = countBytes(request, expected);
  try {
    return await within(Promise.race([readForm(request, expected), counted.tooMany]));
  } catch (error) {
    // The rest of it is not waited for.
    if (!request.raw.readableEnded) void reply.header("connection", "close");
    throw refusalOfForm(error as Error, request, expected);
  } finally {
    counted.stop();
  }
}

async function readForm(request: FastifyRequest, expected: Expected): Promise<ReceivedUpload> {
  let fileName: string | undefined;
  const values: string[] = [];
  for await (const part of request.parts()) {
    if (part.type === "file") fileName = await readFile(part, expected);
    else if (part.fieldname === expected.field) values.push(String(part.value));
  }
  if (fileName === undefined) throw new Invalid([{ path: ["file"], code: "REQUIRED" }]);
  if (values.length > 1) throw new Invalid([{ path: [expected.field], code: "UPLOAD_TWICE" }]);
  return { fileName, field: values[0] };
}

async function readFile(part: MultipartFile, expected: Expected): Promise<string> {
  for await (const chunk of part.file as AsyncIterable<Buffer>) expected.file.add(chunk);
  if (part.file.truncated) throw tooLarge(expected);
  if (part.fieldname !== "file") throw new Invalid([{ path: ["file"], code: "UPLOAD_FILE_FIELD" }]);
  if (!part.filename) throw new Invalid([{ path: ["file"], code: "UPLOAD_FILE_NAME" }]);
  return part.filename;
}

/** The reader of forms counts what stands in its parts alone. */
function countBytes({ raw }: FastifyRequest, expected: Expected) {
  let bytes = 0;
  let refuse = (_error: Error) => {};
  const tooMany = new Promise<never>((_resolve, reject) => (refuse = reject));
  tooMany.catch(() => {});
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > expected.bytes + bytesBeside) refuse(tooLarge(expected));
  };
  raw.on("data", count);
  return { tooMany, stop: () => raw.off("data", count) };
}

const faultsOf = ({ field }: Expected): Readonly<Record<string, FieldFault>> => ({
  FST_FILES_LIMIT: { path: ["file"], code: "UPLOAD_TWICE" },
  FST_FIELDS_LIMIT: { path: ["file"], code: "UPLOAD_PARTS", params: { most: fields } },
  FST_PARTS_LIMIT: { path: ["file"], code: "UPLOAD_PARTS", params: { most: fields } },
  FST_PROTO_VIOLATION: { path: ["file"], code: "UPLOAD_MALFORMED" },
  FST_INVALID_JSON_FIELD_ERROR: { path: [field], code: "UPLOAD_MALFORMED" },
});

export const tooLarge = ({ megabytes }: { megabytes: number }) =>
  new RequestFault(413, "UPLOAD_TOO_LARGE", { megabytes });

/** Nothing but the reader of forms runs here: what it throws is about the form. */
function refusalOfForm(error: Error & { code?: string }, request: FastifyRequest, expected: Expected): Error {
  if (error instanceof Refusal) return error;
  if (error.code === "FST_INVALID_MULTIPART_CONTENT_TYPE") return new RequestFault(415, "UPLOAD_MEDIA_TYPE");
  const told = error.code === "ECONNRESET" ? requestFaultOf(error) : undefined;
  if (told) return told;
  request.log.info({ err: error, requestId: request.id }, "a form could not be read");
  return new Invalid([faultsOf(expected)[error.code ?? ""] ?? { path: ["file"], code: "UPLOAD_MALFORMED" }]);
}
