import { sql } from "drizzle-orm";
import {
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";

export const calendarStates = ["DRAFT", "PUBLISHED", "DISCARDED"] as const;
export const openings = ["OPEN", "CLOSED"] as const;

/**
 * A state of the bureau's business calendar. The latest published one is in force; what is published is never changed, because due
 * times were worked out from it.
 */
export const calendarRevisions = pgTable(
  "calendar_revisions",
  {
    ...identity,
    number: integer("number").notNull(),
    state: text("state", { enum: calendarStates }).notNull(),
    note: text("note"),
    /** Years whose days off are announced; of any other one it is not known. */
    announcedYears: smallint("announced_years").array().notNull(),
    publishedAt: instant("published_at"),
    publishedBy: text("published_by"),
    ...versioned,
  },
  (table) => [
    keyOf("calendar_revisions", table),
    ofBureau("calendar_revisions_bureau", table.bureauId),
    oneOf("calendar_revisions_state", table.state, calendarStates),
    check("calendar_revisions_published", sql`(${table.state} = 'PUBLISHED') = (${table.publishedAt} is not null)`),
    unique("calendar_revisions_number_unique").on(table.bureauId, table.number),
    uniqueIndex("calendar_revisions_one_draft")
      .on(table.bureauId)
      .where(sql`${table.state} = 'DRAFT'`),
  ],
);

/** When work is done on an open day, in minutes from midnight in China. */
export const calendarShifts = pgTable(
  "calendar_shifts",
  {
    bureauId: uuid("bureau_id").notNull(),
    revisionId: uuid("revision_id").notNull(),
    startsMinute: smallint("starts_minute").notNull(),
    endsMinute: smallint("ends_minute").notNull(),
  },
  (table) => [
    primaryKey({ name: "calendar_shifts_key", columns: [table.bureauId, table.revisionId, table.startsMinute] }),
    within("calendar_shifts_revision", table.bureauId, table.revisionId, calendarRevisions),
    check(
      "calendar_shifts_period",
      sql`0 <= ${table.startsMinute} and ${table.startsMinute} < ${table.endsMinute} and ${table.endsMinute} <= 1440`,
    ),
  ],
);

/** A day that is not what its weekday makes it: closed from Monday to Friday, or open on a Saturday or Sunday (made up for). */
export const calendarDays = pgTable(
  "calendar_days",
  {
    bureauId: uuid("bureau_id").notNull(),
    revisionId: uuid("revision_id").notNull(),
    day: date("day").notNull(),
    opening: text("opening", { enum: openings }).notNull(),
    name: text("name"),
  },
  (table) => [
    primaryKey({ name: "calendar_days_key", columns: [table.bureauId, table.revisionId, table.day] }),
    within("calendar_days_revision", table.bureauId, table.revisionId, calendarRevisions),
    oneOf("calendar_days_opening", table.opening, openings),
  ],
);
