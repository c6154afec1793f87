import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { authorizeBureau } from "#kernel/command";
import { actorOf } from "#kernel/context";
import { Invalid, PasswordChangeRequired } from "#kernel/errors";
import { newId } from "#kernel/ids";
import {
  collectPortions,
  correctionOf,
  ImportKind,
  limits,
  mayImport,
  templateWorkbook,
  uploadImport,
} from "#modules/imports";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import type { Uploads } from "./limit-uploads.ts";
import { formLimitsOf, receiveUpload } from "./receive-upload.ts";
import { contextOf, type FaceContext, type Services } from "./request-context.ts";

/** For a file to arrive, and to be read. */
const uploadTimeMs = 30_000;

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Files of imports, in and out: what GraphQL does not carry. */
export function serveImports(fastify: FastifyInstance, services: Services, uploads: Uploads) {
  void fastify.register(async (scope) => {
    await scope.register(multipart, { limits: formLimitsOf(limits) });
    scope.post("/imports", (request, reply) => upload(services, uploads, request, reply));
    scope.get("/imports/template", (request, reply) => template(services, request, reply));
    scope.get("/imports/:id/corrections", (request, reply) => corrections(services, request, reply));
  });
}

async function upload(services: Services, uploads: Uploads, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOfAdministrator(services, request, reply);
  assertPreflighted(request, ["x-maple-import"], "IMPORT_PREFLIGHT");
  return uploads.counted(actorOf(ctx), async () => {
    const file = collectPortions();
    const { fileName, field } = await receiveUpload(ctx, request, reply, { file, field: "kind", ...limits });
    const kind = kindOf(field ?? queryOf(request)["kind"]);
    const idempotencyKey = headerOf(request, "idempotency-key") ?? newId();
    const { like } = queryOf(request);
    return uploadImport(ctx, { idempotencyKey, kind, fileName, portions: file.collected(), like });
  });
}

async function template(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOfAdministrator(services, request, reply);
  const kind = kindOf(queryOf(request)["kind"]);
  return sendWorkbook(reply, `maple-${kind.toLowerCase()}-template.xlsx`, await templateWorkbook(kind, ctx.locale));
}

async function corrections(services: Services, request: FastifyRequest, reply: FastifyReply) {
  const ctx = await contextOfAdministrator(services, request, reply);
  const { id } = request.params as { id: string };
  const scope = queryOf(request)["scope"] === "all" ? "all" : "errors";
  return sendWorkbook(reply, `maple-corrections-${scope}.xlsx`, await correctionOf(ctx, id, scope));
}

async function contextOfAdministrator(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FaceContext> {
  const ctx = await contextOf(services, request, reply, credentialOf(request), uploadTimeMs);
  const actor = actorOf(ctx);
  if (actor.mustChangePassword) throw new PasswordChangeRequired();
  authorizeBureau(actor, mayImport);
  return ctx;
}

function kindOf(value: string | undefined): ImportKind {
  if (value !== undefined && Object.hasOwn(ImportKind, value)) return value as ImportKind;
  throw new Invalid([
    { path: ["kind"], code: "UNKNOWN_WORD", params: { allowed: Object.keys(ImportKind).join(", ") } },
  ]);
}

const queryOf = ({ query }: FastifyRequest) => query as Record<string, string | undefined>;

const headerOf = ({ headers }: FastifyRequest, name: string) => {
  const value = headers[name];
  return typeof value === "string" ? value : undefined;
};

const sendWorkbook = (reply: FastifyReply, name: string, bytes: Buffer) =>
  reply
    .type(workbook)
    .header("content-disposition", `attachment; filename="${name}"`)
    .header("cache-control", "no-store")
    .send(bytes);
