import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { duties } from "./assignments.ts";
import { sixRoles } from "./catalogue.ts";
import { identity, instant, keyOf, ofBureau, oneOf, versioned, within, writtenAsCode } from "./columns.ts";
import { complexities, gridKinds } from "./grids.ts";
import { matterKinds } from "./matters.ts";
import { units } from "./organisation.ts";

export const checklistStates = ["DRAFT", "PUBLISHED", "DISCARDED"] as const;
export const closedDayRules = ["SKIP", "KEEP", "BEFORE", "AFTER"] as const;
export const evidenceKinds = ["COUNT", "TEXT", "CHOICE", "PHOTO", "PLACE"] as const;
export const failingRules = ["NEVER", "ABOVE", "BELOW", "CHOSEN", "TOLD"] as const;

/** A checklist: of the whole bureau, or of one station. What it asks stands in its versions. */
export const checklistTemplates = pgTable(
  "checklist_templates",
  {
    ...identity,
    code: text("code").notNull(),
    name: text("name").notNull(),
    nameInitials: text("name_initials").notNull(),
    /** Null for the bureau's. */
    stationId: uuid("station_id"),
    /** The last day whose runs have all been made; null until some were. */
    madeThrough: date("made_through"),
    retiredAt: instant("retired_at"),
    ...versioned,
  },
  (table) => [
    keyOf("checklist_templates", table),
    ofBureau("checklist_templates_bureau", table.bureauId),
    within("checklist_templates_station", table.bureauId, table.stationId, units),
    check("checklist_templates_code_written", writtenAsCode(table.code)),
    unique("checklist_templates_code_unique").on(table.bureauId, table.code),
  ],
);

/** What a checklist asks, of whom and when. What is published never changes, because runs keep the version they opened with. */
export const checklistVersions = pgTable(
  "checklist_versions",
  {
    ...identity,
    templateId: uuid("template_id").notNull(),
    number: integer("number").notNull(),
    state: text("state", { enum: checklistStates }).notNull(),
    /** The first day on which a run may fall; null in a draft that leaves it open. */
    startsOn: date("starts_on"),
    /** The last one; null for no end. */
    lastOn: date("last_on"),
    /** An RRULE of RFC 5545 without a start; null in a draft that leaves it open. */
    recurrence: text("recurrence"),
    onClosedDay: text("on_closed_day", { enum: closedDayRules }).notNull(),
    windowDays: smallint("window_days").notNull(),
    graceDays: smallint("grace_days").notNull(),
    /** For so many days after it was missed it may be filled late. */
    lateDays: smallint("late_days").notNull(),
    burdenMinutes: integer("burden_minutes").notNull(),
    serves: text("serves", { enum: sixRoles }),
    isReviewed: boolean("is_reviewed").notNull(),
    note: text("note"),
    /** The first day whose runs were to be made: the day of publication, or earlier where that was asked for. */
    madeFrom: date("made_from"),
    publishedAt: instant("published_at"),
    publishedBy: text("published_by"),
    /** From this day on the next version holds. */
    supersededOn: date("superseded_on"),
    ...versioned,
  },
  (table) => [
    keyOf("checklist_versions", table),
    within("checklist_versions_template", table.bureauId, table.templateId, checklistTemplates),
    oneOf("checklist_versions_state", table.state, checklistStates),
    oneOf("checklist_versions_on_closed_day", table.onClosedDay, closedDayRules),
    oneOf("checklist_versions_serves", table.serves, sixRoles),
    check("checklist_versions_period", sql`${table.startsOn} <= ${table.lastOn}`),
    check("checklist_versions_superseded", sql`${table.startsOn} <= ${table.supersededOn}`),
    check("checklist_versions_window", sql`${table.windowDays} between 1 and 366`),
    check("checklist_versions_grace", sql`${table.graceDays} between 0 and 60`),
    check("checklist_versions_late", sql`${table.lateDays} between 0 and 366`),
    check("checklist_versions_burden", sql`${table.burdenMinutes} between 0 and 10000`),
    check(
      "checklist_versions_published",
      sql`num_nonnulls(${table.publishedAt}, ${table.publishedBy}, ${table.madeFrom}) = case ${table.state} when 'PUBLISHED' then 3 else 0 end
        and (${table.state} <> 'PUBLISHED' or ${table.startsOn} is not null)`,
    ),
    unique("checklist_versions_number_unique").on(table.bureauId, table.templateId, table.number),
    unique("checklist_versions_of_template").on(table.bureauId, table.templateId, table.id),
    uniqueIndex("checklist_versions_one_draft")
      .on(table.bureauId, table.templateId)
      .where(sql`${table.state} = 'DRAFT'`),
  ],
);

/** What is asked for, in its order; the code stays the same from version to version. */
export const checklistItems = pgTable(
  "checklist_items",
  {
    ...identity,
    versionId: uuid("version_id").notNull(),
    position: smallint("position").notNull(),
    code: text("code").notNull(),
    wording: text("wording").notNull(),
    evidence: text("evidence", { enum: evidenceKinds }).notNull(),
    isRequired: boolean("is_required").notNull(),
    /** Of a COUNT. */
    least: integer("least"),
    most: integer("most"),
    /** Of a CHOICE, in their order. */
    choices: text("choices").array(),
    fails: text("fails", { enum: failingRules }).notNull(),
    /** Of a COUNT that fails ABOVE or BELOW it. */
    failsBound: integer("fails_bound"),
    /** Of a CHOICE that fails when CHOSEN. */
    failingChoices: text("failing_choices").array(),
    /** Of a COUNT: each of what is counted is registered as a matter of this kind. */
    finds: text("finds", { enum: matterKinds }),
    /** The code of the category under which what it opens is registered; null for any. */
    hazardCategory: text("hazard_category"),
    /** Its wording is our own reading of what a source only names. */
    isOurs: boolean("is_ours").notNull(),
  },
  (table) => [
    keyOf("checklist_items", table),
    within("checklist_items_version", table.bureauId, table.versionId, checklistVersions),
    oneOf("checklist_items_evidence", table.evidence, evidenceKinds),
    oneOf("checklist_items_fails", table.fails, failingRules),
    oneOf("checklist_items_finds", table.finds, matterKinds),
    check(
      "checklist_items_finds_counted",
      sql`${table.finds} is null or ${table.evidence} = 'COUNT' and ${table.fails} = 'NEVER'`,
    ),
    check("checklist_items_code_written", writtenAsCode(table.code)),
    check(
      "checklist_items_count",
      sql`case ${table.evidence} when 'COUNT' then ${table.least} <= ${table.most} else num_nonnulls(${table.least}, ${table.most}) = 0 end`,
    ),
    check(
      "checklist_items_choices",
      sql`case ${table.evidence} when 'CHOICE' then cardinality(${table.choices}) >= 2 else ${table.choices} is null end`,
    ),
    check(
      "checklist_items_failing",
      sql`case ${table.fails} when 'NEVER' then true when 'CHOSEN' then ${table.evidence} = 'CHOICE' and ${table.failingChoices} <@ ${table.choices}
        when 'TOLD' then ${table.evidence} in ('TEXT', 'PLACE', 'PHOTO') else ${table.evidence} = 'COUNT' and ${table.failsBound} is not null end
        and (${table.fails} in ('ABOVE', 'BELOW') or ${table.failsBound} is null) and (${table.fails} = 'CHOSEN') = (${table.failingChoices} is not null)`,
    ),
    unique("checklist_items_code_unique").on(table.bureauId, table.versionId, table.code),
    unique("checklist_items_position_unique").on(table.bureauId, table.versionId, table.position),
  ],
);

/** Whose seats owe its runs: a duty, at grids of a kind and complexity, or at any. */
export const checklistOwers = pgTable(
  "checklist_owers",
  {
    ...identity,
    versionId: uuid("version_id").notNull(),
    duty: text("duty", { enum: duties }).notNull(),
    gridKind: text("grid_kind", { enum: gridKinds }),
    complexity: text("complexity", { enum: complexities }),
  },
  (table) => [
    keyOf("checklist_owers", table),
    within("checklist_owers_version", table.bureauId, table.versionId, checklistVersions),
    oneOf("checklist_owers_duty", table.duty, duties),
    oneOf("checklist_owers_grid_kind", table.gridKind, gridKinds),
    oneOf("checklist_owers_complexity", table.complexity, complexities),
    unique("checklist_owers_once")
      .on(table.bureauId, table.versionId, table.duty, table.gridKind, table.complexity)
      .nullsNotDistinct(),
  ],
);

/** Runs that were made in one transaction: by these it is known what is still to be made. */
export const checklistBatches = pgTable(
  "checklist_batches",
  {
    ...identity,
    templateId: uuid("template_id").notNull(),
    versionId: uuid("version_id").notNull(),
    occurrenceOn: date("occurrence_on").notNull(),
    stationId: uuid("station_id").notNull(),
    runs: integer("runs").notNull(),
    /** SHA-256 of their ids, one a line in the order of their numbers. */
    digest: text("digest").notNull(),
    /** With it all seats of the station have their run of the day. */
    isLast: boolean("is_last").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [
    keyOf("checklist_batches", table),
    within("checklist_batches_station", table.bureauId, table.stationId, units),
    foreignKey({
      name: "checklist_batches_version",
      columns: [table.bureauId, table.templateId, table.versionId],
      foreignColumns: [checklistVersions.bureauId, checklistVersions.templateId, checklistVersions.id],
    }),
    check("checklist_batches_runs", sql`${table.runs} >= 0`),
    uniqueIndex("checklist_batches_last_unique")
      .on(table.bureauId, table.versionId, table.occurrenceOn, table.stationId)
      .where(sql`is_last`),
    index("checklist_batches_day_index").on(table.bureauId, table.templateId, table.occurrenceOn),
  ],
);
