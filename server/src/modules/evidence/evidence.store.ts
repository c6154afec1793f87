import { evidenceFiles, workItems } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { inCommand, ofBureau, readingIn, rowUnder, sql as fragment } from "#kernel/read";
import { actionsOf, type Alongside, isWorkInSight } from "#modules/work";
import type { ItemWithPhotos } from "./authorize-photos.ts";
import type { Brought } from "./evidence.rules.ts";
import type { MediaType } from "./picture-format.ts";

type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;
type Place = Pick<Transaction, "sql" | "bureauId">;

export interface EvidenceRow {
  id: string;
  itemId: string;
  round: number;
  isOfRecheck: boolean;
  sentDigest: string;
  keptDigest: string | null;
  width: number | null;
  height: number | null;
}

/** The item where the caller sees it, as it stands; foreign and absent look the same. */
export async function itemSeen(
  asking: Asking,
  itemId: string,
  path: string[],
): Promise<ItemWithPhotos & { id: string }> {
  const { sql, bureauId } = asking;
  const [row, reading] = [rowUnder(workItems, "i"), readingIn(asking)];
  const [item] = isId(itemId)
    ? await sql<(ItemWithPhotos & { id: string })[]>`
        select i.id, i.number, i.state, i.round, to_jsonb(${inCommand(asking, actionsOf(row, reading, String))}) as may from work_items i
        where i.bureau_id = ${bureauId} and i.id = ${itemId} and ${inCommand(asking, isWorkInSight(row, reading))}`
    : [];
  if (!item) throw new NotFound([{ path, code: "NOT_FOUND" }]);
  return item;
}

const columns = "id, item_id, round, is_of_recheck, sent_digest, kept_digest, width, height";

export const evidenceOfRound = ({ sql, bureauId }: Place, item: { id: string; round: number }) => sql<EvidenceRow[]>`
    select ${sql.unsafe(columns)} from evidence_files where bureau_id = ${bureauId} and item_id = ${item.id} and round = ${item.round}
  order by announced_at, id`;

/** Of the round that the item is in, looked up as it is held. */
export const evidenceAlongside: Alongside<readonly Brought[]> = {
  name: "evidence",
  of: (item) => fragment`(
    select coalesce(jsonb_agg(jsonb_build_object('sentDigest', e.sent_digest, 'keptDigest', e.kept_digest) order by e.announced_at, e.id), '[]')
    from evidence_files e where e.bureau_id = ${ofBureau} and e.item_id = ${item.id} and e.round = ${item.round})`,
};

export async function evidenceOf({ sql, bureauId }: Place, id: string): Promise<EvidenceRow | undefined> {
  const [row] = isId(id)
    ? await sql<
        EvidenceRow[]
      >`select ${sql.unsafe(columns)} from evidence_files where bureau_id = ${bureauId} and id = ${id}`
    : [];
  return row;
}

/** Photos that are yet to come, in the order given. */
export async function insertEvidence(
  tx: Transaction,
  item: { id: string; round: number; isOfRecheck: boolean },
  sentDigests: string[],
): Promise<string[]> {
  const { accountId, memberId } = tx.actor;
  const announcedAt = tx.now.toISOString();
  const of = { itemId: item.id, round: item.round, isOfRecheck: item.isOfRecheck, announcedAt, accountId, memberId };
  const ids = sentDigests.map(() => newId(tx.now.getTime())).sort();
  await insertNow(
    tx,
    evidenceFiles,
    sentDigests.map((sentDigest, index) => Object.assign({ id: ids[index]!, sentDigest }, of)),
  );
  return ids;
}

export interface ReceivedFile {
  mediaType: MediaType;
  keptDigest: string;
  thumbnailDigest: string;
  bytes: number;
  width: number;
  height: number;
}

/** Whoever sent it is who brought it, whoever had announced it. */
export function markReceived(tx: Transaction, id: string, file: ReceivedFile) {
  const { accountId, memberId } = tx.actor;
  return update(tx, evidenceFiles, id, { ...file, receivedAt: tx.now, accountId, memberId });
}

export async function deleteEvidence({ sql, bureauId }: Place, id: string) {
  await sql`delete from evidence_files where bureau_id = ${bureauId} and id = ${id}`;
}
