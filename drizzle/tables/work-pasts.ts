import { sql } from "drizzle-orm";
import { date, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { duties } from "./assignments.ts";
import { identity, instant, oneOf, within } from "./columns.ts";
import { workClocks } from "./deadlines.ts";
import { workEvents, workItems, workOutcomes } from "./work.ts";

/**
 * Whose an item was and how it had ended, up to a step that changed it: written by that step, so that any past week is told as it stood.
 * Only ever appended.
 */
export const workPasts = pgTable(
  "work_pasts",
  {
    bureauId: identity.bureauId,
    itemId: uuid("item_id").notNull(),
    /** The step's. */
    sequence: integer("sequence").notNull(),
    at: instant("at").notNull(),
    stationId: uuid("station_id").notNull(),
    gridId: uuid("grid_id"),
    duty: text("duty", { enum: duties }),
    memberId: uuid("member_id"),
    submittedBy: uuid("submitted_by"),
    closedAt: instant("closed_at"),
    closedOn: date("closed_on"),
    outcome: text("outcome", { enum: workOutcomes }),
  },
  (table) => [
    primaryKey({ name: "work_pasts_key", columns: [table.bureauId, table.itemId, table.sequence] }),
    within("work_pasts_item", table.bureauId, table.itemId, workItems),
    foreignKey({
      name: "work_pasts_event",
      columns: [table.bureauId, table.itemId, table.sequence],
      foreignColumns: [workEvents.bureauId, workEvents.itemId, workEvents.sequence],
    }),
    oneOf("work_pasts_duty", table.duty, duties),
    oneOf("work_pasts_outcome", table.outcome, workOutcomes),
    index("work_pasts_seat_index")
      .on(table.bureauId, table.gridId, table.duty, table.at)
      .where(sql`duty is not null`),
    index("work_pasts_member_index")
      .on(table.bureauId, table.memberId, table.at)
      .where(sql`member_id is not null`),
    index("work_pasts_submitted_index")
      .on(table.bureauId, table.submittedBy, table.closedOn)
      .where(sql`closed_on is not null`),
  ],
);

/** By when a clock was due until a step moved it. Only ever appended. */
export const workClockMoves = pgTable(
  "work_clock_moves",
  {
    bureauId: identity.bureauId,
    clockId: uuid("clock_id").notNull(),
    /** The step's. */
    sequence: integer("sequence").notNull(),
    at: instant("at").notNull(),
    dueBefore: instant("due_before").notNull(),
  },
  (table) => [
    primaryKey({ name: "work_clock_moves_key", columns: [table.bureauId, table.clockId, table.sequence] }),
    within("work_clock_moves_clock", table.bureauId, table.clockId, workClocks),
  ],
);
