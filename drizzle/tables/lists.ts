import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";
import { workItems } from "./work.ts";

export const listSources = ["DUTIES", "OPEN_MATTERS", "WORK_DUE", "ACHIEVEMENTS"] as const;
export const lineDecisions = ["ACCEPTED", "RETURNED"] as const;

/**
 * What a station calls its three lists and what each is made of, over [startsAt, endsAt); the bureau's has no station. One revision is in
 * force at any time (exclusion constraint), and nothing of it changes but its end, once (trigger).
 */
export const listSchemes = pgTable(
  "list_schemes",
  {
    ...identity,
    stationId: uuid("station_id"),
    revision: integer("revision").notNull(),
    /** Three of each, in their order. */
    titles: text("titles").array().notNull(),
    sources: text("sources").array().notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    ...versioned,
  },
  (table) => [
    keyOf("list_schemes", table),
    ofBureau("list_schemes_bureau", table.bureauId),
    within("list_schemes_station", table.bureauId, table.stationId, units),
    check(
      "list_schemes_three",
      sql`cardinality(${table.titles}) = 3 and cardinality(${table.sources}) = 3 and array_position(${table.titles}, null) is null`,
    ),
    check(
      "list_schemes_sources",
      sql`${table.sources} <@ array['DUTIES', 'OPEN_MATTERS', 'WORK_DUE', 'ACHIEVEMENTS'] and ${table.sources}[1] <> ${table.sources}[2]
        and ${table.sources}[2] <> ${table.sources}[3] and ${table.sources}[1] <> ${table.sources}[3]`,
    ),
    check("list_schemes_period", sql`${table.startsAt} <= ${table.endsAt}`),
    unique("list_schemes_revision_unique").on(table.bureauId, table.stationId, table.revision).nullsNotDistinct(),
  ],
);

/**
 * A revision of the review of a member's week at a station. Once signed it never changes (trigger); reopened, the next revision
 * follows. The snapshot is what the three lists gave, its digest the SHA-256 of its canonical text.
 */
export const weekReviews = pgTable(
  "week_reviews",
  {
    ...identity,
    stationId: uuid("station_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** A Monday. */
    weekStart: date("week_start").notNull(),
    revision: integer("revision").notNull(),
    /** Why this revision followed a signed one, and by whom. */
    reopenedReason: text("reopened_reason"),
    reopenedBy: uuid("reopened_by"),
    signedAt: instant("signed_at"),
    signedBy: uuid("signed_by"),
    signer: text("signer"),
    /** The absent chief, for whom a substitute has signed. */
    onBehalfOfId: uuid("on_behalf_of_id"),
    done: integer("done"),
    late: integer("late"),
    missed: integer("missed"),
    returned: integer("returned"),
    waiting: integer("waiting"),
    snapshot: jsonb("snapshot"),
    digest: text("digest"),
    ...versioned,
  },
  (table) => [
    keyOf("week_reviews", table),
    within("week_reviews_station", table.bureauId, table.stationId, units),
    within("week_reviews_member", table.bureauId, table.memberId, members),
    within("week_reviews_signed_by", table.bureauId, table.signedBy, accounts),
    within("week_reviews_reopened_by", table.bureauId, table.reopenedBy, accounts),
    within("week_reviews_on_behalf_of", table.bureauId, table.onBehalfOfId, members),
    check("week_reviews_monday", sql`extract(isodow from ${table.weekStart}) = 1`),
    check("week_reviews_revision", sql`${table.revision} >= 1`),
    check(
      "week_reviews_reopened",
      sql`(${table.revision} > 1) = (${table.reopenedReason} is not null) and (${table.reopenedReason} is null) = (${table.reopenedBy} is null)`,
    ),
    check(
      "week_reviews_signed",
      sql`num_nonnulls(${table.signedAt}, ${table.signedBy}, ${table.signer}, ${table.snapshot}, ${table.digest}, ${table.done}, ${table.late}, ${table.missed}, ${table.returned}, ${table.waiting}) in (0, 10)
        and (${table.signedAt} is not null or ${table.onBehalfOfId} is null)`,
    ),
    check(
      "week_reviews_counts",
      sql`least(${table.done}, ${table.late}, ${table.missed}, ${table.returned}, ${table.waiting}) >= 0`,
    ),
    check(
      "week_reviews_digest",
      sql`${table.digest} = encode(sha256(convert_to(${table.snapshot}::text, 'UTF8')), 'hex')`,
    ),
    check("week_reviews_not_for_oneself", sql`${table.onBehalfOfId} <> ${table.memberId}`),
    unique("week_reviews_revision_unique").on(
      table.bureauId,
      table.stationId,
      table.memberId,
      table.weekStart,
      table.revision,
    ),
    uniqueIndex("week_reviews_one_open")
      .on(table.bureauId, table.stationId, table.memberId, table.weekStart)
      .where(sql`signed_at is null`),
    index("week_reviews_station_index").on(table.bureauId, table.stationId, table.weekStart),
    index("week_reviews_member_index").on(table.bureauId, table.memberId, table.weekStart),
  ],
);

/** What was decided of a line, by its key; the last word counts. Only ever appended. */
export const reviewLines = pgTable(
  "review_lines",
  {
    ...identity,
    reviewId: uuid("review_id").notNull(),
    lineKey: text("line_key").notNull(),
    decision: text("decision", { enum: lineDecisions }).notNull(),
    reason: text("reason"),
    /** Within the review, from 1. */
    sequence: integer("sequence").notNull(),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decider: text("decider").notNull(),
    /** The work that was sent back, or that the line has become. */
    itemId: uuid("item_id"),
  },
  (table) => [
    keyOf("review_lines", table),
    within("review_lines_review", table.bureauId, table.reviewId, weekReviews),
    within("review_lines_decided_by", table.bureauId, table.decidedBy, accounts),
    within("review_lines_item", table.bureauId, table.itemId, workItems),
    oneOf("review_lines_decision", table.decision, lineDecisions),
    check("review_lines_returned_with_a_reason", sql`${table.decision} <> 'RETURNED' or ${table.reason} is not null`),
    unique("review_lines_sequence_unique").on(table.bureauId, table.reviewId, table.sequence),
    index("review_lines_key_index").on(table.bureauId, table.reviewId, table.lineKey),
  ],
);

/** What was said of a week, or of one of its lines. Only ever appended. */
export const reviewComments = pgTable(
  "review_comments",
  {
    ...identity,
    reviewId: uuid("review_id").notNull(),
    /** Of the week as a whole without. */
    lineKey: text("line_key"),
    text: text("text").notNull(),
    saidAt: instant("said_at").notNull(),
    saidBy: uuid("said_by").notNull(),
    speaker: text("speaker").notNull(),
  },
  (table) => [
    keyOf("review_comments", table),
    within("review_comments_review", table.bureauId, table.reviewId, weekReviews),
    within("review_comments_said_by", table.bureauId, table.saidBy, accounts),
    index("review_comments_review_index").on(table.bureauId, table.reviewId, table.saidAt),
  ],
);

/** When an account last looked at a member's week. */
export const reviewLooks = pgTable(
  "review_looks",
  {
    bureauId: identity.bureauId,
    accountId: uuid("account_id").notNull(),
    stationId: uuid("station_id").notNull(),
    memberId: uuid("member_id").notNull(),
    weekStart: date("week_start").notNull(),
    lookedAt: instant("looked_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "review_looks_key",
      columns: [table.bureauId, table.accountId, table.stationId, table.memberId, table.weekStart],
    }),
    within("review_looks_account", table.bureauId, table.accountId, accounts),
    within("review_looks_station", table.bureauId, table.stationId, units),
    within("review_looks_member", table.bureauId, table.memberId, members),
  ],
);
