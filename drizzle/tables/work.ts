import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts.ts";
import { duties } from "./assignments.ts";
import { checklistVersions } from "./checklists.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { grids } from "./grids.ts";
import { matters, urgencies } from "./matters.ts";
import { members } from "./members.ts";
import { units } from "./organisation.ts";

export const workKinds = ["ORDER", "TASK", "RECEIPT", "RUN"] as const;
export const orderKinds = ["INCIDENT", "CASE", "COMMUNITY", "SUPERVISION", "LINKAGE"] as const;
export const workStates = [
  "ISSUED",
  "ACCEPTED",
  "ARRIVED",
  "SUBMITTED",
  "RETURNED",
  "DECLINED",
  "CLOSED",
  "MISSED",
  "CANCELLED",
] as const;
export const cards = ["YELLOW", "RED"] as const;
export const workOutcomes = ["ACCEPTED", "FOLLOWED_UP", "ISSUED_ON", "SETTLED", "PASSED_ON"] as const;
export const clockKinds = ["ACCEPT", "FEEDBACK", "CLOSE"] as const;
export const feedbackTypes = [
  "SceneReport",
  "CaseAnswer",
  "CommunityFeedback",
  "Rectification",
  "LinkageResponse",
  "TaskResult",
  "Disposition",
  "RunReport",
] as const;
export const eventCauses = ["PERSON", "JOB", "API", "IMPORT", "OFFLINE"] as const;
export const eventSources = ["DESK", "PHONE", "API"] as const;

const open = sql.raw("state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED')");
/** Open, or closed and asked back: whatever somebody still has to decide or to do. */
const waiting = sql`(${open} or return_asked_at is not null)`;

/** The last number given out of a series in a year: numbers are without a gap, because the row is held until the commit. */
export const numberSeries = pgTable(
  "number_series",
  {
    bureauId: uuid("bureau_id").notNull(),
    series: text("series").notNull(),
    year: smallint("year").notNull(),
    last: integer("last").notNull(),
  },
  (table) => [
    primaryKey({ name: "number_series_key", columns: [table.bureauId, table.series, table.year] }),
    ofBureau("number_series_bureau", table.bureauId),
  ],
);

/**
 * What somebody owes by a time. Who answers is not stored: the address is, a seat (grid and duty), a member or a unit, and who holds
 * it follows from assignments and absences at the moment. `state` is changed by one function alone, with an event for each change.
 */
export const workItems = pgTable(
  "work_items",
  {
    ...identity,
    number: text("number").notNull(),
    kind: text("kind", { enum: workKinds }).notNull(),
    orderKind: text("order_kind", { enum: orderKinds }),
    matterId: uuid("matter_id"),
    parentId: uuid("parent_id"),
    /** Items issued together, to many grids say. */
    batchId: uuid("batch_id"),
    stationId: uuid("station_id").notNull(),
    gridId: uuid("grid_id"),
    duty: text("duty", { enum: duties }),
    memberId: uuid("member_id"),
    unitId: uuid("unit_id"),
    level: smallint("level").notNull(),
    issuerUnitId: uuid("issuer_unit_id").notNull(),
    issuedBy: uuid("issued_by"),
    urgency: text("urgency", { enum: urgencies }).notNull(),
    title: text("title").notNull(),
    instructions: text("instructions"),
    /** What it asks for as evidence: so many photos at least. */
    photosAtLeast: smallint("photos_at_least").notNull().default(0),
    /** Of a task or a run: what it takes, in minutes. */
    burdenMinutes: integer("burden_minutes"),
    /** Of a run: the version that it opened with, and the day it is of. It is made once for a seat and a day. */
    templateId: uuid("template_id"),
    templateVersionId: uuid("template_version_id"),
    occurrenceOn: date("occurrence_on"),
    /** The duty of the seat that it was made for: it stays, where the run is handed on to a member. */
    seatDuty: text("seat_duty", { enum: duties }),
    /** The last day for it. So many days after its time it is missed; so many days after that it may be filled in late. */
    windowEndsOn: date("window_ends_on"),
    graceDays: smallint("grace_days"),
    lateDays: smallint("late_days"),
    /** When it was missed, for ever. */
    missedAt: instant("missed_at"),
    opensAt: instant("opens_at").notNull(),
    state: text("state", { enum: workStates }).notNull(),
    stateSince: instant("state_since").notNull(),
    round: smallint("round").notNull().default(1),
    /** How often its feedback was returned. */
    returns: smallint("returns").notNull().default(0),
    card: text("card", { enum: cards }),
    suspendedSince: instant("suspended_since"),
    /** The next of its running clocks: `infinity` while it is suspended, null when none runs. */
    nextDueAt: instant("next_due_at"),
    warnAt: instant("warn_at"),
    /** The next moment at which something is to be told of it. */
    tickAt: instant("tick_at"),
    dueOn: date("due_on"),
    closedAt: instant("closed_at"),
    closedOn: date("closed_on"),
    outcome: text("outcome", { enum: workOutcomes }),
    /** Since when its return is asked for and undecided, while it is closed. */
    returnAskedAt: instant("return_asked_at"),
    isLate: boolean("is_late").notNull().default(false),
    submittedBy: uuid("submitted_by"),
    feedbackType: text("feedback_type"),
    feedbackId: uuid("feedback_id"),
    lastSequence: integer("last_sequence").notNull().default(0),
    lastEventAt: instant("last_event_at").notNull(),
    lastEventId: uuid("last_event_id").notNull(),
    ...versioned,
  },
  (table) => [
    keyOf("work_items", table),
    within("work_items_matter", table.bureauId, table.matterId, matters),
    within("work_items_parent", table.bureauId, table.parentId, table),
    within("work_items_station", table.bureauId, table.stationId, units),
    within("work_items_grid", table.bureauId, table.gridId, grids),
    within("work_items_member", table.bureauId, table.memberId, members),
    within("work_items_unit", table.bureauId, table.unitId, units),
    within("work_items_issuer_unit", table.bureauId, table.issuerUnitId, units),
    foreignKey({
      name: "work_items_template_version",
      columns: [table.bureauId, table.templateId, table.templateVersionId],
      foreignColumns: [checklistVersions.bureauId, checklistVersions.templateId, checklistVersions.id],
    }),
    within("work_items_issued_by", table.bureauId, table.issuedBy, accounts),
    within("work_items_submitted_by", table.bureauId, table.submittedBy, members),
    oneOf("work_items_kind", table.kind, workKinds),
    oneOf("work_items_order_kind", table.orderKind, orderKinds),
    oneOf("work_items_duty", table.duty, duties),
    oneOf("work_items_state", table.state, workStates),
    oneOf("work_items_urgency", table.urgency, urgencies),
    oneOf("work_items_card", table.card, cards),
    oneOf("work_items_outcome", table.outcome, workOutcomes),
    oneOf("work_items_feedback_type", table.feedbackType, feedbackTypes),
    check("work_items_order_kind_of_orders", sql`(${table.kind} = 'ORDER') = (${table.orderKind} is not null)`),
    check(
      "work_items_orders_are_about_a_matter",
      sql`${table.kind} not in ('ORDER', 'RECEIPT') or ${table.matterId} is not null or ${table.orderKind} = 'SUPERVISION'`,
    ),
    check(
      "work_items_address",
      sql`(${table.duty} is null or ${table.gridId} is not null) and num_nonnulls(${table.duty}, ${table.unitId}, case when ${table.unitId} is null then ${table.memberId} end) = 1`,
    ),
    check(
      "work_items_closed",
      sql`(${table.state} = 'CLOSED') = (${table.closedAt} is not null) and (${table.closedAt} is null) = (${table.closedOn} is null)`,
    ),
    oneOf("work_items_seat_duty", table.seatDuty, duties),
    check(
      "work_items_runs",
      sql`num_nonnulls(${table.templateId}, ${table.templateVersionId}, ${table.occurrenceOn}, ${table.seatDuty}, ${table.windowEndsOn}, ${table.graceDays}, ${table.lateDays})
        = case ${table.kind} when 'RUN' then 7 else 0 end and (${table.kind} <> 'RUN' or ${table.gridId} is not null)`,
    ),
    check("work_items_return_asked", sql`${table.returnAskedAt} is null or ${table.state} = 'CLOSED'`),
    check("work_items_missed", sql`${table.state} <> 'MISSED' or ${table.missedAt} is not null`),
    check("work_items_missed_runs", sql`${table.missedAt} is null or ${table.kind} = 'RUN' and ${table.isLate}`),
    check("work_items_level", sql`${table.level} between 0 and 3`),
    check("work_items_feedback", sql`(${table.feedbackType} is null) = (${table.feedbackId} is null)`),
    unique("work_items_number_unique").on(table.bureauId, table.number),
    index("work_items_due_index")
      .on(table.bureauId, sql`coalesce(${table.nextDueAt}, 'infinity')`, table.id)
      .where(waiting),
    index("work_items_desk_index").on(table.bureauId, table.stationId, table.nextDueAt, table.id).where(open),
    index("work_items_seat_index").on(table.bureauId, table.gridId, table.duty, table.nextDueAt).where(open),
    index("work_items_member_index")
      .on(table.bureauId, table.memberId, table.nextDueAt)
      .where(sql`${open} and member_id is not null`),
    index("work_items_unit_index")
      .on(table.bureauId, table.unitId, table.nextDueAt)
      .where(sql`${open} and unit_id is not null`),
    index("work_items_created_index").on(table.bureauId, table.stationId, table.createdAt, table.id),
    index("work_items_closed_index")
      .on(table.bureauId, table.stationId, table.closedOn)
      .where(sql`closed_on is not null`),
    index("work_items_seat_closed_index")
      .on(table.bureauId, table.gridId, table.duty, table.closedOn)
      .where(sql`closed_on is not null`),
    index("work_items_seat_missed_index")
      .on(table.bureauId, table.gridId, table.duty, table.windowEndsOn)
      .where(sql`missed_at is not null`),
    index("work_items_seat_cancelled_index")
      .on(table.bureauId, table.gridId, table.duty, table.stateSince)
      .where(sql`state = 'CANCELLED' and duty is not null`),
    index("work_items_member_cancelled_index")
      .on(table.bureauId, table.memberId, table.stateSince)
      .where(sql`state = 'CANCELLED' and member_id is not null`),
    index("work_items_member_closed_index")
      .on(table.bureauId, table.memberId, table.closedOn)
      .where(sql`closed_on is not null`),
    index("work_items_submitted_index")
      .on(table.bureauId, table.submittedBy, table.closedOn)
      .where(sql`closed_on is not null`),
    index("work_items_matter_index").on(table.bureauId, table.matterId, table.id),
    index("work_items_parent_index")
      .on(table.bureauId, table.parentId)
      .where(sql`parent_id is not null`),
    uniqueIndex("work_items_run_unique")
      .on(table.bureauId, table.templateId, table.occurrenceOn, table.gridId, table.seatDuty)
      .where(sql`kind = 'RUN'`),
    index("work_items_run_index")
      .on(table.bureauId, table.occurrenceOn, table.id)
      .where(sql`kind = 'RUN'`),
    index("work_items_tick_index")
      .on(table.tickAt, table.bureauId)
      .where(sql`tick_at is not null`),
  ],
);

/** Every step of an item, in its order, only ever appended. The address is the one after the step. */
export const workEvents = pgTable(
  "work_events",
  {
    ...identity,
    itemId: uuid("item_id").notNull(),
    sequence: integer("sequence").notNull(),
    at: instant("at").notNull(),
    /** When it truly was, where that is not when it was recorded. */
    happenedAt: instant("happened_at"),
    action: text("action").notNull(),
    fromState: text("from_state", { enum: workStates }),
    toState: text("to_state", { enum: workStates }).notNull(),
    round: smallint("round").notNull(),
    accountId: uuid("account_id"),
    actorName: text("actor_name").notNull(),
    actorMemberId: uuid("actor_member_id"),
    /** The absent member, for whom the actor did it; of what the clock told, for whom somebody stood in. */
    onBehalfOfId: uuid("on_behalf_of_id"),
    cause: text("cause", { enum: eventCauses }).notNull(),
    source: text("source", { enum: eventSources }).notNull(),
    /** Who answered for it then; null where nobody did. */
    answeredById: uuid("answered_by_id"),
    gridId: uuid("grid_id"),
    duty: text("duty", { enum: duties }),
    memberId: uuid("member_id"),
    unitId: uuid("unit_id"),
    level: smallint("level").notNull(),
    reason: text("reason"),
    clock: text("clock", { enum: clockKinds }),
    dueBefore: instant("due_before"),
    dueAfter: instant("due_after"),
    feedbackType: text("feedback_type"),
    feedbackId: uuid("feedback_id"),
  },
  (table) => [
    primaryKey({ name: "work_events_key", columns: [table.bureauId, table.itemId, table.sequence] }),
    unique("work_events_id_unique").on(table.bureauId, table.id),
    within("work_events_item", table.bureauId, table.itemId, workItems),
    oneOf("work_events_cause", table.cause, eventCauses),
    oneOf("work_events_source", table.source, eventSources),
    oneOf("work_events_from_state", table.fromState, workStates),
    oneOf("work_events_to_state", table.toState, workStates),
    oneOf("work_events_duty", table.duty, duties),
    oneOf("work_events_clock", table.clock, clockKinds),
    oneOf("work_events_feedback_type", table.feedbackType, feedbackTypes),
    check("work_events_sequence", sql`${table.sequence} >= 1`),
    index("work_events_actor_index").on(table.bureauId, table.actorMemberId, table.at),
    index("work_events_recomputed_index")
      .on(table.bureauId, table.at, table.itemId)
      .where(sql`action = 'RECOMPUTE'`),
  ],
);
