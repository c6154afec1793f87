import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { PasswordChangeRequired } from "#kernel/errors";
import { exportShown, printShown, readPartOfShown, readShownExport, takeListExport } from "#modules/exporting";
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
 * 202 and the id of an export, whose file is had from `GET /exports/list/<id>` once it is ready. `POST /exports/paper` takes the same, and what parts the
 * rows into sheets (`by`), and gives the texts that are to be printed.
 */
export function serveListExports(fastify: FastifyInstance, services: Services, { schema, mostAtOnce }: Options) {
  const downloads = limitDownloads();
  fastify.post("/exports/list", async (request, reply) => {
    const { ctx, actor, given, shown } = await asked(request, reply);
    const format = formatIn(given);
    const exported = await downloads.counted(actor, () => exportShown(ctx, schema, { ...shown, format }, mostAtOnce));
    if ("id" in exported) return reply.code(202).header("cache-control", "no-store").send({ id: exported.id });
    return sendExport(reply, format, exported);
  });

  fastify.post("/exports/paper", async (request, reply) => {
    const { ctx, actor, given, shown } = await asked(request, reply);
    const by = readPartOfShown(given["by"]);
    const paper = await downloads.counted(actor, () => printShown(ctx, schema, { ...shown, by }));
    return reply.header("cache-control", "no-store").send(paper);
  });

  async function asked(request: FastifyRequest, reply: FastifyReply) {
    const ctx = await contextOf(services, request, reply, credentialOf(request), exportTimeMs);
    const actor = actorOf(ctx);
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    assertPreflighted(request, ["x-maple-export"], "EXPORT_PREFLIGHT");
    const given = (request.body ?? {}) as Record<string, unknown>;
    const list = typeof given["list"] === "string" ? given["list"] : undefined;
    const shown = { ...readShownExport(given), text: textOfScreensById(given["document"]), list };
    return { ctx, actor, given, shown };
  }

  fastify.get("/exports/list/:id", async (request, reply) => {
    const ctx = await contextOf(services, request, reply, credentialOf(request));
    const actor = actorOf(ctx);
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    const { id } = request.params as { id: string };
    const file = await downloads.counted(actor, () => takeListExport(ctx, id));
    return sendExport(reply, file.format, file);
  });
}
