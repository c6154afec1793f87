import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { PasswordChangeRequired } from "#kernel/errors";
import { exportShown, readShownExport, takeListExport } from "#modules/exporting";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import { formatIn, sendExport } from "./export-routes.ts";
import { exportTimeMs } from "./export-time.ts";
import { limitDownloads } from "./limit-uploads.ts";
import { contextOf, type Services } from "./request-context.ts";
import { textOfScreensById } from "./trusted-documents.ts";

interface Options {
  schema: GraphQLSchema;
  /** Longer lists are written by a job. */
  mostAtOnce: number | undefined;
}

/**
 * Any list of the screens as a file: `POST /exports/list` with the id of its `document`, the `variables` that it is asked with, its `columns` as they
 * are shown, its `caption`, and a `format`. Nothing but the screens' own documents is run, for whoever may see their rows. A long one is answered by
 * 202 and the id of an export, whose file is had from `GET /exports/list/<id>` once it is ready.
 */
export function serveListExports(fastify: FastifyInstance, services: Services, { schema, mostAtOnce }: Options) {
  const downloads = limitDownloads();
  fastify.post("/exports/list", async (request, reply) => {
    const ctx = await contextOf(services, request, reply, credentialOf(request), exportTimeMs);
    const actor = actorOf(ctx);
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    assertPreflighted(request, ["x-maple-export"], "EXPORT_PREFLIGHT");
    const given = (request.body ?? {}) as Record<string, unknown>;
    const format = formatIn(given);
    const list = typeof given["list"] === "string" ? given["list"] : undefined;
    const text = textOfScreensById(given["document"]);
    const asked = { ...readShownExport(given), text, list, format };
    const exported = await downloads.counted(actor, () => exportShown(ctx, schema, asked, mostAtOnce));
    if ("id" in exported) return reply.code(202).header("cache-control", "no-store").send({ id: exported.id });
    return sendExport(reply, format, exported);
  });

  fastify.get("/exports/list/:id", async (request, reply) => {
    const ctx = await contextOf(services, request, reply, credentialOf(request));
    const actor = actorOf(ctx);
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    const { id } = request.params as { id: string };
    const file = await downloads.counted(actor, () => takeListExport(ctx, id));
    return sendExport(reply, file.format, file);
  });
}
