import { sql } from "drizzle-orm";
import { type AnyPgColumn, boolean, check, integer, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { identity, instant, keyOf, oneOf, within } from "./columns.ts";
import { members } from "./members.ts";
import { workItems } from "./work.ts";

export const communityFeedbackKinds = ["DISPUTE", "HAZARD", "SERVICE"] as const;

/** What every feedback has: of which item it is, and of which round; one a round. */
export const ofRound = {
  ...identity,
  itemId: uuid("item_id").notNull(),
  round: smallint("round").notNull(),
  submittedAt: instant("submitted_at").notNull(),
  submittedBy: uuid("submitted_by"),
};

export const heldTo = (
  name: string,
  table: { bureauId: AnyPgColumn; id: AnyPgColumn; itemId: AnyPgColumn; round: AnyPgColumn; submittedBy: AnyPgColumn },
) => [
  keyOf(name, table),
  within(`${name}_item`, table.bureauId, table.itemId, workItems),
  within(`${name}_submitted_by`, table.bureauId, table.submittedBy, members),
  unique(`${name}_once_a_round`).on(table.bureauId, table.itemId, table.round),
];

/** Of an incident order. */
export const sceneReports = pgTable(
  "scene_reports",
  {
    ...ofRound,
    happened: text("happened").notNull(),
    done: text("done").notNull(),
    cause: text("cause"),
    likelyCourse: text("likely_course"),
  },
  (table) => [...heldTo("scene_reports", table)],
);

/** Of a case order: taken on as a case or not. */
export const caseAnswers = pgTable(
  "case_answers",
  {
    ...ofRound,
    isTakenOn: boolean("is_taken_on").notNull(),
    caseNumber: text("case_number"),
    reason: text("reason"),
  },
  (table) => [
    ...heldTo("case_answers", table),
    check(
      "case_answers_number_or_reason",
      sql`case when ${table.isTakenOn} then ${table.caseNumber} is not null else ${table.reason} is not null end`,
    ),
  ],
);

/** Of a community order: what came of a dispute, a hazard or a call for help. */
export const communityFeedbacks = pgTable(
  "community_feedbacks",
  {
    ...ofRound,
    kind: text("kind", { enum: communityFeedbackKinds }).notNull(),
    isResolved: boolean("is_resolved").notNull(),
    done: text("done").notNull(),
    furtherNeed: text("further_need"),
  },
  (table) => [
    ...heldTo("community_feedbacks", table),
    oneOf("community_feedbacks_kind", table.kind, communityFeedbackKinds),
  ],
);

/** Of a supervision order. */
export const rectifications = pgTable(
  "rectifications",
  { ...ofRound, cause: text("cause").notNull(), done: text("done").notNull() },
  (table) => [...heldTo("rectifications", table)],
);

/** Of a linkage order, by the partner. */
export const linkageResponses = pgTable(
  "linkage_responses",
  { ...ofRound, isTakenOn: boolean("is_taken_on").notNull(), response: text("response").notNull() },
  (table) => [...heldTo("linkage_responses", table)],
);

/** Of a task. */
export const taskResults = pgTable(
  "task_results",
  { ...ofRound, done: text("done").notNull(), count: integer("count"), minutes: integer("minutes") },
  (table) => [...heldTo("task_results", table)],
);

/** Of a receipt: what the first receiver did with the matter. */
export const dispositions = pgTable("dispositions", { ...ofRound, settled: text("settled").notNull() }, (table) => [
  ...heldTo("dispositions", table),
]);
