import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { PasswordChangeRequired } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { type Exported, exportWeek, type ExportWeekInput, weekFile, weekPaper } from "#modules/lists";
import { assertPreflighted } from "./assert-preflighted.ts";
import { credentialOf } from "./credential.ts";
import { exportTimeMs } from "./export-time.ts";
import { knownWeeks } from "./known-weeks.ts";
import { limitDownloads } from "./limit-uploads.ts";
import { mostPictures, paperPictures } from "./paper-pictures.ts";
import { contextOf, type FaceContext, type Services } from "./request-context.ts";

const mediaTypes = {
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** Members' weeks as files: what GraphQL does not carry. */
export function serveWeekExports(fastify: FastifyInstance, services: Services, schema: GraphQLSchema) {
  const known = { weeks: knownWeeks(schema), pictures: paperPictures(schema) };
  const downloads = limitDownloads();
  fastify.post("/exports/week", async (request, reply) => {
    const ctx = await contextOf(services, request, reply, credentialOf(request), exportTimeMs);
    const actor = actorOf(ctx);
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    assertPreflighted(request, ["x-maple-export"], "EXPORT_PREFLIGHT");
    const input = inputOf(request);
    return downloads.counted(actor, async () => {
      const exported = await ctx.within(exportWeek(ctx, input));
      const papers = await ctx.within(papersOf(ctx, known, exported, input));
      const bytes = await ctx.within(weekFile(actor.bureauId, { format: input.format, papers }, ctx.signal));
      return sendFile(reply, exported, input.format, bytes);
    });
  });
}

/** One after the other: an account's reads wait in one line anyway. */
async function papersOf(
  ctx: FaceContext,
  known: { weeks: ReturnType<typeof knownWeeks>; pictures: ReturnType<typeof paperPictures> },
  { weeks, by }: Exported,
  { reviewId, format }: ExportWeekInput,
) {
  const papers = [];
  const room = { left: mostPictures };
  for (const week of weeks) {
    const revision = reviewId ? await known.weeks.revision(ctx, reviewId) : null;
    const answer = await known.weeks.week(ctx, week);
    const lines = (revision ?? answer).lines;
    papers.push(
      weekPaper(ctx, answer, { revision, by }, format === "DOCX" ? await known.pictures(ctx, lines, room) : undefined),
    );
  }
  return papers;
}

function inputOf({ body, headers }: FastifyRequest): ExportWeekInput {
  const given = (body ?? {}) as Record<string, unknown>;
  const key = headers["idempotency-key"];
  return {
    idempotencyKey: typeof key === "string" ? key : newId(),
    format: textOf(given["format"]) as ExportWeekInput["format"],
    week: textOf(given["week"]) ?? "",
    memberId: textOf(given["memberId"]),
    unitId: textOf(given["unitId"]),
    reviewId: textOf(given["reviewId"]),
  };
}

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

function sendFile(
  reply: FastifyReply,
  { station, member, weekName, revision }: Exported,
  format: keyof typeof mediaTypes,
  bytes: Buffer,
) {
  const parts = [station, member, weekName, revision === null ? null : `R${revision}`].filter(Boolean);
  const name = `${parts.join("-").replace(/[\\/:*?"<>|\s]/g, "_")}.${format.toLowerCase()}`;
  return reply
    .type(mediaTypes[format])
    .header(
      "content-disposition",
      `attachment; filename="${weekName}.${format.toLowerCase()}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header("cache-control", "no-store")
    .send(bytes);
}
