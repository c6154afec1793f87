import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { PasswordChangeRequired } from "#kernel/errors";
import { exportShown, readShownExport } from "#modules/exporting";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import { formatIn, sendExport } from "./export-routes.ts";
import { exportTimeMs } from "./export-time.ts";
import { limitDownloads } from "./limit-uploads.ts";
import { contextOf, type Services } from "./request-context.ts";
import { textOfScreensById } from "./trusted-documents.ts";

/**
 * Any list of the screens as a file: `POST /exports/list` with the id of its `document`, the `variables` that it is asked with, its `columns` as they
 * are shown, its `caption`, and a `format`. Nothing but the screens' own documents is run, for whoever may see their rows.
 */
export function serveListExports(fastify: FastifyInstance, services: Services, schema: GraphQLSchema) {
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
    const shown = readShownExport(given);
    const file = await downloads.counted(actor, () => exportShown(ctx, schema, { ...shown, text, list, format }));
    return sendExport(reply, format, file);
  });
}
