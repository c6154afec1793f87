import { sql } from "drizzle-orm";
import {
  boolean,
  check,
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
import { calendarRevisions } from "./calendar.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within } from "./columns.ts";
import { urgencies } from "./matters.ts";
import { clockKinds, orderKinds, workItems, workKinds } from "./work.ts";

export const timeUnits = ["MINUTES", "WORKING_MINUTES", "WORKING_DAYS"] as const;

/** By when work of a kind and urgency is to be accepted, fed back, closed; in force over [startsAt, endsAt). */
export const deadlineRules = pgTable(
  "deadline_rules",
  {
    ...identity,
    kind: text("kind", { enum: workKinds }).notNull(),
    orderKind: text("order_kind", { enum: orderKinds }),
    urgency: text("urgency", { enum: urgencies }).notNull(),
    revision: integer("revision").notNull(),
    unit: text("unit", { enum: timeUnits }).notNull(),
    acceptWithin: integer("accept_within"),
    feedbackWithin: integer("feedback_within"),
    closeWithin: integer("close_within"),
    /** For the feedback after a return. */
    reworkWithin: integer("rework_within"),
    /** Due soon when so much of the time is left, in hundredths. */
    warnAtPercent: smallint("warn_at_percent").notNull(),
    /** So many minutes after a due time has passed it goes up one level; null for never. */
    escalateAfter: integer("escalate_after"),
    /** Urged by itself when it is due soon. */
    urgesWhenDueSoon: boolean("urges_when_due_soon").notNull(),
    /** Messages do not wait for the next shift. */
    tellsAtAnyHour: boolean("tells_at_any_hour").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    ...versioned,
  },
  (table) => [
    keyOf("deadline_rules", table),
    ofBureau("deadline_rules_bureau", table.bureauId),
    oneOf("deadline_rules_kind", table.kind, workKinds),
    oneOf("deadline_rules_order_kind", table.orderKind, orderKinds),
    oneOf("deadline_rules_urgency", table.urgency, urgencies),
    oneOf("deadline_rules_unit", table.unit, timeUnits),
    check("deadline_rules_order_kind_of_orders", sql`(${table.kind} = 'ORDER') = (${table.orderKind} is not null)`),
    check(
      "deadline_rules_positive",
      sql`least(${table.acceptWithin}, ${table.feedbackWithin}, ${table.closeWithin}, ${table.reworkWithin}, ${table.escalateAfter}) > 0`,
    ),
    check("deadline_rules_warn_at_percent", sql`${table.warnAtPercent} between 1 and 90`),
    check("deadline_rules_period", sql`${table.startsAt} <= ${table.endsAt}`),
    unique("deadline_rules_revision_unique")
      .on(table.bureauId, table.kind, table.orderKind, table.urgency, table.revision)
      .nullsNotDistinct(),
  ],
);

/** A due time with all that it was worked out from: running until it is satisfied or void. */
export const workClocks = pgTable(
  "work_clocks",
  {
    ...identity,
    itemId: uuid("item_id").notNull(),
    clock: text("clock", { enum: clockKinds }).notNull(),
    round: smallint("round").notNull(),
    /** Null where the due time was set by hand. */
    ruleId: uuid("rule_id"),
    calendarRevisionId: uuid("calendar_revision_id"),
    unit: text("unit", { enum: timeUnits }).notNull(),
    startedAt: instant("started_at").notNull(),
    /** The event that it counts from. */
    startedSequence: integer("started_sequence").notNull(),
    budget: integer("budget").notNull(),
    extendedBy: integer("extended_by").notNull().default(0),
    dueAt: instant("due_at").notNull(),
    warnAt: instant("warn_at").notNull(),
    satisfiedAt: instant("satisfied_at"),
    breachedAt: instant("breached_at"),
    voidAt: instant("void_at"),
  },
  (table) => [
    keyOf("work_clocks", table),
    within("work_clocks_item", table.bureauId, table.itemId, workItems),
    within("work_clocks_rule", table.bureauId, table.ruleId, deadlineRules),
    within("work_clocks_calendar", table.bureauId, table.calendarRevisionId, calendarRevisions),
    oneOf("work_clocks_clock", table.clock, clockKinds),
    oneOf("work_clocks_unit", table.unit, timeUnits),
    uniqueIndex("work_clocks_one_running")
      .on(table.bureauId, table.itemId, table.clock)
      .where(sql`satisfied_at is null and void_at is null`),
    index("work_clocks_item_index").on(table.bureauId, table.itemId),
    check("work_clocks_budget", sql`${table.budget} >= 0 and ${table.extendedBy} >= 0`),
  ],
);

/** Clocks stand still over [startsAt, endsAt): the item is suspended, or it was closed and is open again. */
export const workPauses = pgTable(
  "work_pauses",
  {
    ...identity,
    itemId: uuid("item_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    until: instant("until"),
    reason: text("reason"),
  },
  (table) => [
    keyOf("work_pauses", table),
    within("work_pauses_item", table.bureauId, table.itemId, workItems),
    check("work_pauses_period", sql`${table.startsAt} <= ${table.endsAt}`),
    index("work_pauses_item_index").on(table.bureauId, table.itemId, table.startsAt),
    uniqueIndex("work_pauses_one_running")
      .on(table.bureauId, table.itemId)
      .where(sql`ends_at is null`),
  ],
);

export const requestKinds = ["EXTENSION", "SUSPENSION", "RETURN"] as const;

/** What who answers has asked for, and what was decided: more time, that the clocks stand still, or what was assessed back. */
export const workRequests = pgTable(
  "work_requests",
  {
    ...identity,
    itemId: uuid("item_id").notNull(),
    kind: text("kind", { enum: requestKinds }).notNull(),
    /** In which it was asked; all but more time is asked for this round alone. */
    round: smallint("round").notNull(),
    /** Of an extension. */
    clockId: uuid("clock_id"),
    /** Of an extension, in working days. */
    asked: smallint("asked"),
    /** Of a suspension, from when and until when it is wanted, where that was said. */
    since: instant("since"),
    until: instant("until"),
    askedAt: instant("asked_at").notNull(),
    askedBy: uuid("asked_by").notNull(),
    reason: text("reason").notNull(),
    /** Null while it is undecided. */
    isGranted: boolean("is_granted"),
    /** Of an extension: null while it is undecided, 0 when refused. */
    granted: smallint("granted"),
    /** Of a suspension that was granted. */
    grantedFrom: instant("granted_from"),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by"),
    opinion: text("opinion"),
  },
  (table) => [
    keyOf("work_requests", table),
    within("work_requests_item", table.bureauId, table.itemId, workItems),
    within("work_requests_clock", table.bureauId, table.clockId, workClocks),
    within("work_requests_asked_by", table.bureauId, table.askedBy, accounts),
    within("work_requests_decided_by", table.bureauId, table.decidedBy, accounts),
    oneOf("work_requests_kind", table.kind, requestKinds),
    check(
      "work_requests_of_kind",
      sql`case ${table.kind} when 'EXTENSION' then num_nonnulls(${table.clockId}, ${table.asked}) = 2 and num_nonnulls(${table.since}, ${table.until}, ${table.grantedFrom}) = 0
        when 'SUSPENSION' then num_nonnulls(${table.clockId}, ${table.asked}, ${table.granted}) = 0
        else num_nonnulls(${table.clockId}, ${table.asked}, ${table.granted}, ${table.since}, ${table.until}, ${table.grantedFrom}) = 0 end`,
    ),
    check("work_requests_asked", sql`${table.asked} between 1 and 60`),
    check("work_requests_granted", sql`${table.granted} between 0 and ${table.asked}`),
    check("work_requests_decided", sql`(${table.isGranted} is null) = (${table.decidedAt} is null)`),
    check(
      "work_requests_as_decided",
      sql`case ${table.kind} when 'EXTENSION' then (${table.granted} > 0) is not distinct from ${table.isGranted}
        when 'SUSPENSION' then (${table.grantedFrom} is not null) = coalesce(${table.isGranted}, false) else true end`,
    ),
    /** Who commands may suspend what they have asked for; what was assessed nobody has back by their own word. */
    check("work_requests_return_by_another", sql`${table.kind} <> 'RETURN' or ${table.decidedBy} <> ${table.askedBy}`),
    /** From before it was asked for only by the word of who grants it. */
    check("work_requests_from_earlier", sql`${table.grantedFrom} >= ${table.askedAt} or ${table.opinion} is not null`),
    uniqueIndex("work_requests_one_extension")
      .on(table.bureauId, table.clockId)
      .where(sql`is_granted is null`),
    uniqueIndex("work_requests_one_suspension")
      .on(table.bureauId, table.itemId, table.round)
      .where(sql`is_granted is null and kind = 'SUSPENSION'`),
    uniqueIndex("work_requests_one_return")
      .on(table.bureauId, table.itemId, table.round)
      .where(sql`is_granted is null and kind = 'RETURN'`),
    index("work_requests_undecided_index")
      .on(table.bureauId, table.itemId)
      .where(sql`is_granted is null`),
  ],
);

export const tickKinds = ["DUE_SOON", "OVERDUE", "URGED", "ESCALATED", "MISSED"] as const;

/** What the clock has told of, each once: a threshold of a clock, at the instant at which it lay then; one level at a time. */
export const workTicks = pgTable(
  "work_ticks",
  {
    bureauId: uuid("bureau_id").notNull(),
    itemId: uuid("item_id").notNull(),
    clockId: uuid("clock_id").notNull(),
    clock: text("clock", { enum: clockKinds }).notNull(),
    round: smallint("round").notNull(),
    level: smallint("level").notNull(),
    kind: text("kind", { enum: tickKinds }).notNull(),
    /** The moment it was due, however late it was told. */
    at: instant("at").notNull(),
    toldAt: instant("told_at").notNull(),
    /** Told outside working time, it waits for the next opening before anybody is disturbed; null where it does not. */
    waitsUntil: instant("waits_until"),
  },
  (table) => [
    primaryKey({
      name: "work_ticks_key",
      columns: [table.bureauId, table.itemId, table.clockId, table.kind, table.level, table.at],
    }),
    within("work_ticks_item", table.bureauId, table.itemId, workItems),
    within("work_ticks_of_clock", table.bureauId, table.clockId, workClocks),
    oneOf("work_ticks_kind", table.kind, tickKinds),
    oneOf("work_ticks_clock", table.clock, clockKinds),
    uniqueIndex("work_ticks_one_escalation")
      .on(table.bureauId, table.clockId, table.level)
      .where(sql`kind = 'ESCALATED'`),
  ],
);
