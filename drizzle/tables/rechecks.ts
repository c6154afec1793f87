import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";
import { workItems } from "./work.ts";

export const recheckOutcomes = ["CONFIRMED", "NOT_CONFIRMED"] as const;

/** How many pieces of closed work are drawn of a station in a month; the bureau's has no station. */
export const recheckQuotas = pgTable(
  "recheck_quotas",
  {
    ...identity,
    stationId: uuid("station_id"),
    /** Of a station null: as the bureau has it. */
    perMonth: smallint("per_month"),
    ...versioned,
  },
  (table) => [
    keyOf("recheck_quotas", table),
    ofBureau("recheck_quotas_bureau", table.bureauId),
    within("recheck_quotas_station", table.bureauId, table.stationId, units),
    check("recheck_quotas_per_month", sql`${table.perMonth} between 0 and 50`),
    check("recheck_quotas_of_the_bureau", sql`${table.stationId} is not null or ${table.perMonth} is not null`),
    unique("recheck_quotas_one").on(table.bureauId, table.stationId).nullsNotDistinct(),
  ],
);

/**
 * A draw of a station's work that was closed in a month. The pool is the text of all that might be drawn and who might check, its digest
 * the SHA-256 of it: with the seed they give the draw again. Only ever appended.
 */
export const recheckDraws = pgTable(
  "recheck_draws",
  {
    ...identity,
    stationId: uuid("station_id").notNull(),
    /** Its first day. */
    month: date("month").notNull(),
    /** From 1, within the month. */
    number: smallint("number").notNull(),
    asked: smallint("asked").notNull(),
    seed: text("seed").notNull(),
    pool: text("pool").notNull(),
    digest: text("digest").notNull(),
    candidates: integer("candidates").notNull(),
    checkers: integer("checkers").notNull(),
    drawn: smallint("drawn").notNull(),
    /** Those that came before the last one drawn, and that nobody may check. */
    passedOver: integer("passed_over").notNull(),
    drawnAt: instant("drawn_at").notNull(),
    /** Null of the month's own, which nobody has asked for. */
    drawnBy: uuid("drawn_by"),
    drawer: text("drawer").notNull(),
    reason: text("reason"),
  },
  (table) => [
    keyOf("recheck_draws", table),
    within("recheck_draws_station", table.bureauId, table.stationId, units),
    within("recheck_draws_drawn_by", table.bureauId, table.drawnBy, accounts),
    check("recheck_draws_month", sql`extract(day from ${table.month}) = 1`),
    check("recheck_draws_number", sql`${table.number} >= 1`),
    check("recheck_draws_further_with_a_reason", sql`${table.number} = 1 or ${table.reason} is not null`),
    check("recheck_draws_seed", sql`${table.seed} ~ '^[0-9a-f]{64}$'`),
    check("recheck_draws_digest", sql`${table.digest} = encode(sha256(convert_to(${table.pool}, 'UTF8')), 'hex')`),
    check(
      "recheck_draws_counts",
      sql`${table.drawn} between 0 and least(${table.asked}, ${table.candidates}) and ${table.passedOver} between 0 and ${table.candidates} - ${table.drawn}`,
    ),
    unique("recheck_draws_unique").on(table.bureauId, table.stationId, table.month, table.number),
    unique("recheck_draws_of_month").on(table.bureauId, table.id, table.stationId, table.month),
  ],
);

/** A piece of closed work that was drawn, and who is to check it: never who did it or accepted it (trigger). */
export const rechecks = pgTable(
  "rechecks",
  {
    ...identity,
    drawId: uuid("draw_id").notNull(),
    stationId: uuid("station_id").notNull(),
    month: date("month").notNull(),
    /** From 1, within the draw. */
    place: smallint("place").notNull(),
    itemId: uuid("item_id").notNull(),
    /** The item's when it was drawn: what is closed again after another one may be drawn again. */
    round: smallint("round").notNull(),
    closedOn: date("closed_on").notNull(),
    /** Who handed it in. */
    doneById: uuid("done_by_id"),
    checkerId: uuid("checker_id").notNull(),
    /** Which in the order of those who might check it: above 1 where the draw has gone on. */
    turn: smallint("turn").notNull().default(1),
    ...versioned,
  },
  (table) => [
    keyOf("rechecks", table),
    foreignKey({
      name: "rechecks_draw",
      columns: [table.bureauId, table.drawId, table.stationId, table.month],
      foreignColumns: [recheckDraws.bureauId, recheckDraws.id, recheckDraws.stationId, recheckDraws.month],
    }),
    within("rechecks_item", table.bureauId, table.itemId, workItems),
    within("rechecks_done_by", table.bureauId, table.doneById, members),
    within("rechecks_checker", table.bureauId, table.checkerId, members),
    check("rechecks_of_another", sql`${table.checkerId} <> ${table.doneById}`),
    check("rechecks_turn", sql`least(${table.turn}, ${table.place}) >= 1`),
    unique("rechecks_place_unique").on(table.bureauId, table.drawId, table.place),
    unique("rechecks_once").on(table.bureauId, table.itemId, table.round),
    index("rechecks_station_index").on(table.bureauId, table.stationId, table.closedOn),
    index("rechecks_checker_index").on(table.bureauId, table.checkerId),
    index("rechecks_month_index").on(table.bureauId, table.month, table.id),
  ],
);

/** What a check has found. Only ever appended: a correction is a revision more, with a reason, and the last one counts. */
export const recheckResults = pgTable(
  "recheck_results",
  {
    ...identity,
    recheckId: uuid("recheck_id").notNull(),
    /** From 1. */
    revision: smallint("revision").notNull(),
    outcome: text("outcome", { enum: recheckOutcomes }).notNull(),
    text: text("text").notNull(),
    /** Why the one before was corrected. */
    reason: text("reason"),
    checkedAt: instant("checked_at").notNull(),
    checkedBy: uuid("checked_by").notNull(),
    checker: text("checker").notNull(),
    /** The task that what is not confirmed is made good by. */
    rectificationId: uuid("rectification_id"),
  },
  (table) => [
    keyOf("recheck_results", table),
    within("recheck_results_recheck", table.bureauId, table.recheckId, rechecks),
    within("recheck_results_checked_by", table.bureauId, table.checkedBy, accounts),
    within("recheck_results_rectification", table.bureauId, table.rectificationId, workItems),
    oneOf("recheck_results_outcome", table.outcome, recheckOutcomes),
    check("recheck_results_corrected_with_a_reason", sql`(${table.revision} > 1) = (${table.reason} is not null)`),
    check(
      "recheck_results_rectification_of_failed",
      sql`${table.outcome} = 'NOT_CONFIRMED' or ${table.rectificationId} is null`,
    ),
    unique("recheck_results_revision_unique").on(table.bureauId, table.recheckId, table.revision),
  ],
);
