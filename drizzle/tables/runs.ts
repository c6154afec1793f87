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
  uuid,
} from "drizzle-orm/pg-core";
import { checklistItems } from "./checklists.ts";
import { identity, keyOf, within } from "./columns.ts";
import { evidenceFiles } from "./evidence.ts";
import { heldTo, ofRound } from "./feedback.ts";
import { matters } from "./matters.ts";
import { workItems } from "./work.ts";

/** Of a run: what was brought back in a round, by the version that the run opened with. */
export const runReports = pgTable(
  "run_reports",
  {
    ...ofRound,
    versionId: uuid("version_id").notNull(),
    /** When it was done, where it is filled in late. */
    visitedOn: date("visited_on"),
    note: text("note"),
  },
  (table) => [
    ...heldTo("run_reports", table),
    unique("run_reports_version_unique").on(table.bureauId, table.id, table.versionId),
  ],
);

/** What was answered to one of its items. */
export const runAnswers = pgTable(
  "run_answers",
  {
    ...identity,
    reportId: uuid("report_id").notNull(),
    runId: uuid("run_id").notNull(),
    versionId: uuid("version_id").notNull(),
    code: text("code").notNull(),
    count: integer("count"),
    /** Of a TEXT or a PLACE. */
    told: text("told"),
    choice: text("choice"),
    photoId: uuid("photo_id"),
    isFailed: boolean("is_failed").notNull(),
    /** Of one that fails: what is wrong, as the hazard says it. */
    wrong: text("wrong"),
    /** Of a count of what was found: each, as its matter is called. */
    found: text("found").array(),
  },
  (table) => [
    keyOf("run_answers", table),
    within("run_answers_run", table.bureauId, table.runId, workItems),
    within("run_answers_photo", table.bureauId, table.photoId, evidenceFiles),
    foreignKey({
      name: "run_answers_report",
      columns: [table.bureauId, table.reportId, table.versionId],
      foreignColumns: [runReports.bureauId, runReports.id, runReports.versionId],
    }),
    foreignKey({
      name: "run_answers_item",
      columns: [table.bureauId, table.versionId, table.code],
      foreignColumns: [checklistItems.bureauId, checklistItems.versionId, checklistItems.code],
    }),
    check("run_answers_one", sql`num_nonnulls(${table.count}, ${table.told}, ${table.choice}, ${table.photoId}) = 1`),
    check("run_answers_wrong", sql`${table.wrong} is null or ${table.isFailed}`),
    check("run_answers_found", sql`${table.found} is null or cardinality(${table.found}) = ${table.count}`),
    unique("run_answers_once").on(table.bureauId, table.reportId, table.code),
    index("run_answers_photo_index")
      .on(table.bureauId, table.photoId)
      .where(sql`photo_id is not null`),
  ],
);

/** The matters that an item of a run has opened, each once in all of its rounds: one where it fails, or each that it has found. */
export const runHazards = pgTable(
  "run_hazards",
  {
    bureauId: identity.bureauId,
    runId: uuid("run_id").notNull(),
    code: text("code").notNull(),
    /** From 1, in the order in which they were told. */
    position: smallint("position").notNull().default(1),
    matterId: uuid("matter_id").notNull(),
  },
  (table) => [
    primaryKey({ name: "run_hazards_key", columns: [table.bureauId, table.runId, table.code, table.position] }),
    within("run_hazards_run", table.bureauId, table.runId, workItems),
    within("run_hazards_matter", table.bureauId, table.matterId, matters),
    unique("run_hazards_matter_unique").on(table.bureauId, table.matterId),
  ],
);
