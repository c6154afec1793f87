import { inTransaction, type Transaction } from "#kernel/command";
import { actorOf, type Context } from "#kernel/context";
import { inBureau } from "#kernel/database/in-bureau";
import { Conflict, Forbidden, Invalid, PasswordChangeRequired } from "#kernel/errors";
import { digestOf } from "#kernel/files/file-store";
import { record } from "#kernel/record";
import { lockWork } from "#modules/work";
import { authorizeBringing } from "./authorize-photos.ts";
import { type EvidenceRow, evidenceOfRound, insertEvidence, itemSeen, markReceived } from "./evidence.store.ts";
import type { Picture } from "./picture.ts";
import { pictureLimits } from "./picture-limits.ts";
import { pictureInTurn } from "./picture-turns.ts";
import { layDown } from "./stored-files.store.ts";

export interface Sent {
  idempotencyKey: string;
  itemId: string;
  /** As its sender has it. */
  sentDigest: string;
  bytes: Uint8Array;
}

export interface Received {
  id: string;
  sentDigest: string;
  width: number;
  height: number;
}

const path = ["workItemId"];

/** Refuses whoever may not bring photos to the item before anything of one is received. */
export async function expectEvidence(ctx: Context, itemId: string): Promise<void> {
  const actor = actorOf(ctx);
  if (actor.mustChangePassword) throw new PasswordChangeRequired();
  if (!actor.mayWrite) throw new Forbidden([], "READ_ONLY_TOKEN");
  authorizeBringing(await lookAt(ctx, (place) => itemSeen(place, itemId, path)), path);
}

/**
 * Keeps a photo that has arrived: its bytes first, then the row that makes it count. The same file for the same item and round is
 * the same photo, however often it is sent.
 */
export async function receiveEvidence(
  ctx: Context,
  { idempotencyKey, itemId, sentDigest, bytes }: Sent,
): Promise<Received> {
  const { bureauId } = actorOf(ctx);
  if (digestOf(bytes) !== sentDigest) throw new Invalid([{ path: ["digest"], code: "EVIDENCE_DIGEST" }]);
  const before = await lookAt(ctx, (place) => receivedBefore(place, itemId, sentDigest));
  if (before) return toldOf(before);
  const picture = await pictureInTurn(bureauId, bytes, ctx);
  await keep(ctx, bureauId, picture);
  const input = { idempotencyKey, itemId, sentDigest } as { idempotencyKey: string };
  return inTransaction(ctx, "receiveEvidence", input, async (tx) => {
    const { item, may } = await lockWork(tx, itemId, path);
    const of = { ...item, ...authorizeBringing({ ...item, may }, path) };
    const there = await evidenceOfRound(tx, item);
    const same = there.find((each) => each.sentDigest === sentDigest);
    if (same && isReceived(same)) return toldOf(same);
    if (!same && there.length >= pictureLimits.files)
      throw new Conflict([{ path, code: "EVIDENCE_TOO_MANY", params: { most: pictureLimits.files } }]);
    const id = same?.id ?? (await insertEvidence(tx, of, [sentDigest]))[0]!;
    await markReceived(tx, id, fileOf(picture));
    await tell(tx, { id, itemId, sentDigest, picture, round: item.round });
    return { id, sentDigest, width: picture.width, height: picture.height };
  });
}

type Look = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

function lookAt<R>(ctx: Context, look: (place: Look) => Promise<R>): Promise<R> {
  const actor = actorOf(ctx);
  const { bureauId } = actor;
  return inBureau(ctx.database, bureauId, (sql) => look({ sql, bureauId, actor, now: ctx.now() }));
}

/** Whose answer was lost sends it again: it is not worked through twice. */
async function receivedBefore(place: Look, itemId: string, sentDigest: string) {
  const item = await itemSeen(place, itemId, path);
  authorizeBringing(item, path);
  return (await evidenceOfRound(place, item)).filter(isReceived).find((row) => row.sentDigest === sentDigest);
}

async function keep(
  { database, files, now, signal }: Context,
  bureauId: string,
  { bytes, digest, thumbnail }: Picture,
) {
  await inBureau(database, bureauId, (sql) => layDown({ sql, bureauId }, [digest, thumbnail.digest], now()));
  await files.put(bureauId, digest, bytes, signal);
  await files.put(bureauId, thumbnail.digest, thumbnail.bytes, signal);
}

const fileOf = ({ mediaType, digest, thumbnail, bytes, width, height }: Picture) => ({
  mediaType,
  keptDigest: digest,
  thumbnailDigest: thumbnail.digest,
  bytes: bytes.length,
  width,
  height,
});

const isReceived = (row: EvidenceRow): row is EvidenceRow & { width: number; height: number } =>
  row.keptDigest !== null;

const toldOf = ({ id, sentDigest, width, height }: Received): Received => ({ id, sentDigest, width, height });

const tell = (
  tx: Transaction,
  {
    id,
    itemId,
    sentDigest,
    picture,
    round,
  }: Pick<Sent, "itemId" | "sentDigest"> & { id: string; picture: Picture; round: number },
) =>
  record(tx, {
    action: "evidence.receive",
    entity: { type: "WorkItem", id: itemId },
    after: {
      evidenceId: id,
      round,
      sentDigest,
      keptDigest: picture.digest,
      mediaType: picture.mediaType,
      bytes: picture.bytes.length,
    },
  });
