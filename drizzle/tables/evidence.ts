import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, ofBureau, oneOf, within } from "./columns.ts";
import { members } from "./members.ts";
import { workItems } from "./work.ts";

export const evidenceMediaTypes = ["image/jpeg", "image/png", "image/webp"] as const;

/**
 * A photo of an item and a round. Its bytes are in the store of files, under the digest of what is kept; a file is announced by the
 * digest of what is sent, and counts from the moment it has arrived whole.
 */
export const evidenceFiles = pgTable(
  "evidence_files",
  {
    ...identity,
    itemId: uuid("item_id").notNull(),
    round: smallint("round").notNull(),
    /** SHA-256 of the file as it was sent. */
    sentDigest: text("sent_digest").notNull(),
    mediaType: text("media_type", { enum: evidenceMediaTypes }),
    /** SHA-256 of the picture as it is kept: upright, without metadata. */
    keptDigest: text("kept_digest"),
    thumbnailDigest: text("thumbnail_digest"),
    bytes: integer("bytes"),
    width: integer("width"),
    height: integer("height"),
    announcedAt: instant("announced_at").notNull(),
    receivedAt: instant("received_at"),
    accountId: uuid("account_id").notNull(),
    memberId: uuid("member_id"),
    /** Brought by who checks the work again, once it was closed. */
    isOfRecheck: boolean("is_of_recheck").notNull().default(false),
  },
  (table) => [
    keyOf("evidence_files", table),
    within("evidence_files_item", table.bureauId, table.itemId, workItems),
    within("evidence_files_member", table.bureauId, table.memberId, members),
    oneOf("evidence_files_media_type", table.mediaType, evidenceMediaTypes),
    check("evidence_files_received", sql`(${table.receivedAt} is null) = (${table.keptDigest} is null)`),
    within("evidence_files_account", table.bureauId, table.accountId, accounts),
    index("evidence_files_kept_index").on(table.bureauId, table.keptDigest),
    index("evidence_files_thumbnail_index").on(table.bureauId, table.thumbnailDigest),
    unique("evidence_files_sent_unique").on(table.bureauId, table.itemId, table.round, table.sentDigest),
  ],
);

/**
 * What may lie in the store of files: it stands here before it is put there. What no photo refers to any more is found by it, and
 * deleted there and here.
 */
export const storedFiles = pgTable(
  "stored_files",
  {
    bureauId: identity.bureauId,
    digest: text("digest").notNull(),
    /** When it was last meant to be put there. */
    laidAt: instant("laid_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "stored_files_key", columns: [table.bureauId, table.digest] }),
    ofBureau("stored_files_bureau", table.bureauId),
    index("stored_files_laid_index").on(table.bureauId, table.laidAt),
  ],
);
