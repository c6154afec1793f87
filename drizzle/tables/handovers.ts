import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, oneOf, within } from "./columns.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";
import { workItems } from "./work.ts";

export const handoverOutcomes = ["CONFIRMED", "DECLINED", "WITHDRAWN"] as const;
export const handoverItemOutcomes = ["MOVED", "OVER", "ELSEWHERE", "CALLED_OFF"] as const;

/** Open work of one member that another one of the station is to take over: nothing moves before the taker has signed. */
export const handovers = pgTable(
  "handovers",
  {
    ...identity,
    stationId: uuid("station_id").notNull(),
    giverId: uuid("giver_id").notNull(),
    takerId: uuid("taker_id").notNull(),
    reason: text("reason"),
    begunAt: instant("begun_at").notNull(),
    begunBy: uuid("begun_by").notNull(),
    beginner: text("beginner").notNull(),
    /** Else who commands has begun it, for one who cannot. */
    isSignedByGiver: boolean("is_signed_by_giver").notNull(),
    outcome: text("outcome", { enum: handoverOutcomes }),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
    /** Why it was declined or withdrawn. */
    endReason: text("end_reason"),
  },
  (table) => [
    keyOf("handovers", table),
    within("handovers_station", table.bureauId, table.stationId, units),
    within("handovers_giver", table.bureauId, table.giverId, members),
    within("handovers_taker", table.bureauId, table.takerId, members),
    within("handovers_begun_by", table.bureauId, table.begunBy, accounts),
    within("handovers_ended_by", table.bureauId, table.endedBy, accounts),
    oneOf("handovers_outcome", table.outcome, handoverOutcomes),
    check("handovers_between_two", sql`${table.giverId} <> ${table.takerId}`),
    check("handovers_ended", sql`num_nonnulls(${table.outcome}, ${table.endedAt}, ${table.endedBy}) in (0, 3)`),
    check(
      "handovers_end_reason",
      sql`(${table.endReason} is not null) = coalesce(${table.outcome} <> 'CONFIRMED', false)`,
    ),
    index("handovers_giver_index").on(table.bureauId, table.giverId),
    index("handovers_taker_index").on(table.bureauId, table.takerId),
    index("handovers_begun_index").on(table.bureauId, table.begunAt, table.id),
  ],
);

/** An item is in one handover at a time. */
export const handoverItems = pgTable(
  "handover_items",
  {
    ...identity,
    handoverId: uuid("handover_id").notNull(),
    itemId: uuid("item_id").notNull(),
    /** Null until the handover has ended. */
    outcome: text("outcome", { enum: handoverItemOutcomes }),
    /** By which it moved. */
    eventId: uuid("event_id"),
  },
  (table) => [
    keyOf("handover_items", table),
    within("handover_items_handover", table.bureauId, table.handoverId, handovers),
    within("handover_items_item", table.bureauId, table.itemId, workItems),
    oneOf("handover_items_outcome", table.outcome, handoverItemOutcomes),
    check("handover_items_moved", sql`(${table.eventId} is not null) = coalesce(${table.outcome} = 'MOVED', false)`),
    unique("handover_items_once").on(table.bureauId, table.handoverId, table.itemId),
    unique("handover_items_event_unique").on(table.bureauId, table.eventId),
    uniqueIndex("handover_items_one_open")
      .on(table.bureauId, table.itemId)
      .where(sql`outcome is null`),
  ],
);
