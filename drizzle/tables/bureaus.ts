import { sql } from "drizzle-orm";
import { bigint, check, integer, pgTable, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";

/** The tenant. `code` is unique over all bureaus: it is the part of a sign-in name after the `@`. */
export const bureaus = pgTable(
  "bureaus",
  {
    bureauId: uuid("bureau_id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    sessionIdleMinutes: integer("session_idle_minutes").notNull().default(60),
    sessionHours: integer("session_hours").notNull().default(12),
    /** The last transaction that changed who may do what in the bureau; written by triggers. */
    identityStamp: bigint("identity_stamp", { mode: "number" }).notNull().default(0),
    /** 32 bytes in hex that the bureau's cursors are sealed with. */
    cursorKey: text("cursor_key")
      .notNull()
      .default(sql`encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex')`),
    version: integer("version").notNull().default(1),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "string" })
      .notNull()
      .default(sql`now()`),
  },
  (table) => [
    unique("bureaus_code_unique").on(table.code),
    check("bureaus_code_shape", sql`${table.code} ~ '^[0-9A-Za-z-]{2,20}$'`),
    check("bureaus_session_idle", sql`${table.sessionIdleMinutes} between 5 and 1440`),
    check("bureaus_session_length", sql`${table.sessionHours} between 1 and 168`),
  ],
);
