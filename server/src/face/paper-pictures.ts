import type { GraphQLSchema } from "graphql";
import { actorOf } from "#kernel/context";
import { pictureForPaper } from "#modules/evidence";
import type { LineAnswer, PaperPicture } from "#modules/lists";
import { knownEvidence } from "./known-evidence.ts";
import type { FaceContext } from "./request-context.ts";

/** In a file, and of a line; what is left out is counted there. */
export const mostPictures = 60;
const mostOfLine = 4;

/** Thumbnails of the photos that lines tell of: of work, the first that had come by the end of the week, to who sees them. */
export function paperPictures(schema: GraphQLSchema) {
  const known = knownEvidence(schema);

  return async function picturesOf(
    ctx: FaceContext,
    lines: readonly LineAnswer[],
    room: { left: number },
  ): Promise<Map<string, PaperPicture[]>> {
    const pictures = new Map<string, PaperPicture[]>();
    for (const { key, source, item, photos } of lines) {
      if (source !== "WORK_DUE" || !item) continue;
      const come = item.evidence
        .toSorted((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? -1 : 1))
        .slice(0, photos);
      const taken = come.slice(0, Math.min(mostOfLine, room.left));
      room.left -= taken.length;
      const found = [];
      for (const { id } of taken) found.push(await pictureOf(ctx, id));
      pictures.set(
        key,
        found.filter((picture): picture is PaperPicture => picture !== undefined),
      );
    }
    return pictures;
  };

  /** Undefined where the store has lost it: the file counts it among what it leaves out. */
  async function pictureOf(ctx: FaceContext, id: string): Promise<PaperPicture | undefined> {
    const { digest } = await known(ctx, id, "thumbnail");
    const { bureauId } = actorOf(ctx);
    const bytes = await ctx.within(ctx.files.get(bureauId, digest, ctx.signal));
    if (bytes) return pictureForPaper(bytes);
    ctx.log.error({ bureauId, digest }, "the file of a photo is not in the store");
    return undefined;
  }
}
