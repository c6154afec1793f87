import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { complexities, gridKinds, grids } from "./grids.ts";
import { memberKinds, members } from "./members.ts";

export const duties = ["RESPONSIBLE_OFFICER", "AUXILIARY", "MEDIATOR", "SECURITY_DIRECTOR", "GRID_WORKER"] as const;

/** Which kinds of member may hold a duty. */
export const dutyHolders = pgTable(
  "duty_holders",
  {
    ...identity,
    duty: text("duty", { enum: duties }).notNull(),
    memberKind: text("member_kind", { enum: memberKinds }).notNull(),
    /** Of the duty: its rows, which are set at once, have the same. */
    version: integer("version").notNull().default(1),
  },
  (table) => [
    keyOf("duty_holders", table),
    ofBureau("duty_holders_bureau", table.bureauId),
    oneOf("duty_holders_duty", table.duty, duties),
    oneOf("duty_holders_member_kind", table.memberKind, memberKinds),
    unique("duty_holders_unique").on(table.bureauId, table.duty, table.memberKind),
  ],
);

/** In force over [startsAt, endsAt); one standard for a kind, complexity and duty at any time (exclusion constraint). */
export const staffingStandards = pgTable(
  "staffing_standards",
  {
    ...identity,
    gridKind: text("grid_kind", { enum: gridKinds }).notNull(),
    complexity: text("complexity", { enum: complexities }).notNull(),
    duty: text("duty", { enum: duties }).notNull(),
    atLeast: smallint("at_least").notNull(),
    atMost: smallint("at_most"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    ...versioned,
  },
  (table) => [
    keyOf("staffing_standards", table),
    ofBureau("staffing_standards_bureau", table.bureauId),
    oneOf("staffing_standards_grid_kind", table.gridKind, gridKinds),
    oneOf("staffing_standards_complexity", table.complexity, complexities),
    oneOf("staffing_standards_duty", table.duty, duties),
    check("staffing_standards_at_least", sql`${table.atLeast} between 0 and 50`),
    check("staffing_standards_at_most", sql`${table.atMost} between greatest(${table.atLeast}, 1) and 50`),
    check("staffing_standards_period", sql`${table.startsAt} <= ${table.endsAt}`),
    check("staffing_standards_one_officer", sql`${table.duty} <> 'RESPONSIBLE_OFFICER' or ${table.atLeast} <= 1`),
    index("staffing_standards_index").on(table.bureauId, table.gridKind, table.complexity, table.duty, table.startsAt),
  ],
);

/**
 * A member holds a duty at a grid over [startsAt, endsAt). An assignment taken back before it began has
 * endsAt = startsAt: an empty period, kept for the record. Two exclusion constraints hold that there is one
 * responsible officer at a grid and that a member is at most once on a seat, at any time.
 */
export const assignments = pgTable(
  "assignments",
  {
    ...identity,
    gridId: uuid("grid_id").notNull(),
    memberId: uuid("member_id").notNull(),
    duty: text("duty", { enum: duties }).notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    concurrentPost: text("concurrent_post"),
    reason: text("reason"),
    endReason: text("end_reason"),
    /** The one that ended so that this one could begin, and the reason for the end that had been set for it until then. */
    replacesId: uuid("replaces_id"),
    replacedEndReason: text("replaced_end_reason"),
    ...versioned,
  },
  (table) => [
    keyOf("assignments", table),
    within("assignments_replaces", table.bureauId, table.replacesId, table),
    within("assignments_grid", table.bureauId, table.gridId, grids),
    within("assignments_member", table.bureauId, table.memberId, members),
    oneOf("assignments_duty", table.duty, duties),
    check("assignments_period", sql`${table.startsAt} <= ${table.endsAt}`),
    index("assignments_grid_index").on(table.bureauId, table.gridId, table.duty, table.startsAt),
    index("assignments_member_index").on(table.bureauId, table.memberId, table.startsAt),
    index("assignments_start_index").on(table.bureauId, table.startsAt, table.id),
    index("assignments_end_index").on(table.bureauId, table.endsAt),
    index("assignments_replaces_index")
      .on(table.bureauId, table.replacesId)
      .where(sql`replaces_id is not null`),
  ],
);
