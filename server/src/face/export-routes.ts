import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { exportFile, isLayoutName, readSaid, type WrittenFile } from "#modules/exporting";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import { exportTimeMs, waitForExports } from "./export-time.ts";
import { limitDownloads } from "./limit-uploads.ts";
import { contextOf, type Services } from "./request-context.ts";

const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
} as const;

type Format = keyof typeof mediaTypes;
type Given = Record<string, unknown>;

/** Lists as files, by what the screens ask them with: `POST /exports/<layout>` with `format`, `filter`, `orderBy` and `direction`. */
export function serveExports(fastify: FastifyInstance, services: Services, schema: GraphQLSchema) {
  const downloads = limitDownloads();
  waitForExports(fastify);
  fastify.post("/exports/:layout", async (request, reply) => {
    const ctx = await contextOf(services, request, reply, credentialOf(request), exportTimeMs);
    const actor = actorOf(ctx);
    assertPreflighted(request, ["x-maple-export"], "EXPORT_PREFLIGHT");
    const asked = askedBy(request);
    const file = await downloads.counted(actor, () => exportFile(ctx, schema, asked));
    return sendExport(reply, asked.format, file);
  });
}

function askedBy({ params, body }: FastifyRequest) {
  const { layout } = params as { layout: string };
  if (!isLayoutName(layout)) throw new Invalid([{ path: ["layout"], code: "EXPORT_UNKNOWN" }]);
  const given: Given = isRecord(body) ? body : {};
  const { filter, orderBy, direction } = given;
  const format = formatIn(given);
  const isUnderstood = (filter ?? null) === null || isRecord(filter);
  if (!isUnderstood || !isText(orderBy) || !isText(direction))
    throw new Invalid([{ path: ["variables"], code: "EXPORT_VARIABLES" }]);
  return {
    layout,
    format,
    said: readSaid(given),
    asked: { filter: isRecord(filter) ? filter : {}, orderBy, direction },
  };
}

export function formatIn({ format = "xlsx" }: Given): Format {
  if (!isFormat(format)) throw new Invalid([{ path: ["format"], code: "EXPORT_UNKNOWN" }]);
  return format;
}

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === "string";
const isFormat = (value: unknown): value is Format => typeof value === "string" && Object.hasOwn(mediaTypes, value);
const isRecord = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const sendExport = (reply: FastifyReply, format: Format, { bytes, fileName, rows }: WrittenFile) =>
  reply
    .type(mediaTypes[format])
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .header("x-maple-rows", String(rows))
    .header("cache-control", "no-store")
    .send(bytes);
