import type * as tables from "../../tables/index.ts";
import type { Row } from "../draft.ts";
import type { Random } from "../random.ts";
import { type Actor, command, type Ledger } from "./ledger.ts";
import type { Item } from "./rows.ts";
import { newId } from "./step.ts";

export type Evidence = Row<typeof tables.evidenceFiles>;

/** Brought by who feeds back, a little before. */
const secondsBefore = 40;

/** One or two photos with what is fed back next, more often than not. */
export function bringPhotos(ledger: Ledger, item: Item, by: Actor, at: Date, random: Random): void {
  const photos = random.shuffled(ledger.draft.photos).slice(0, Math.max(0, random.int(-1, 2)));
  for (const [index, photo] of photos.entries()) {
    const receivedAt = new Date(at.getTime() - (secondsBefore - index) * 1_000);
    const { id: itemId, round } = item.row;
    command(ledger, receivedAt, by, ({ deeds }) => {
      const id = newId(ledger, receivedAt);
      const times = { announcedAt: receivedAt.toISOString(), receivedAt: receivedAt.toISOString() };
      ledger.evidence.push({ id, itemId, round, ...photo, ...times, accountId: by.accountId, memberId: by.memberId });
      const { sentDigest, keptDigest, mediaType, bytes } = photo;
      deeds.push({
        action: "evidence.receive",
        entity: { type: "WorkItem", id: itemId },
        after: { evidenceId: id, round, sentDigest, keptDigest, mediaType, bytes },
      });
    });
  }
}

/** What is to lie in the store for them: each picture once, with its thumbnail. */
export function filesOf({ evidence }: Ledger) {
  const laid = new Map<string, string>();
  for (const { keptDigest, thumbnailDigest, announcedAt } of evidence)
    for (const digest of [keptDigest, thumbnailDigest])
      if (digest && announcedAt > (laid.get(digest) ?? "")) laid.set(digest, announcedAt);
  return Array.from(laid, ([digest, laidAt]) => ({ digest, laidAt }));
}
