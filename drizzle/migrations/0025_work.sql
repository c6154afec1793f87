CREATE TABLE "calendar_days" (
	"bureau_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"day" date NOT NULL,
	"opening" text NOT NULL,
	"name" text,
	CONSTRAINT "calendar_days_key" PRIMARY KEY("bureau_id","revision_id","day"),
	CONSTRAINT "calendar_days_opening" CHECK ("calendar_days"."opening" in ('OPEN', 'CLOSED'))
);
--> statement-breakpoint
CREATE TABLE "calendar_revisions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"announced_years" smallint[] NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_revisions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "calendar_revisions_number_unique" UNIQUE("bureau_id","number"),
	CONSTRAINT "calendar_revisions_state" CHECK ("calendar_revisions"."state" in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
	CONSTRAINT "calendar_revisions_published" CHECK (("calendar_revisions"."state" = 'PUBLISHED') = ("calendar_revisions"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "calendar_shifts" (
	"bureau_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"starts_minute" smallint NOT NULL,
	"ends_minute" smallint NOT NULL,
	CONSTRAINT "calendar_shifts_key" PRIMARY KEY("bureau_id","revision_id","starts_minute"),
	CONSTRAINT "calendar_shifts_period" CHECK (0 <= "calendar_shifts"."starts_minute" and "calendar_shifts"."starts_minute" < "calendar_shifts"."ends_minute" and "calendar_shifts"."ends_minute" <= 1440)
);
--> statement-breakpoint
CREATE TABLE "matter_categories" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"revision" integer NOT NULL,
	"name" text NOT NULL,
	"name_initials" text NOT NULL,
	"intake_class" text,
	"position" smallint NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "matter_categories_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "matter_categories_revision_unique" UNIQUE("bureau_id","kind","code","revision"),
	CONSTRAINT "matter_categories_kind" CHECK ("matter_categories"."kind" in ('INCIDENT', 'DISPUTE', 'HAZARD', 'SERVICE')),
	CONSTRAINT "matter_categories_code_written" CHECK ("matter_categories"."code" = upper("matter_categories"."code") and "matter_categories"."code" !~ '[[:space:]]'),
	CONSTRAINT "matter_categories_period" CHECK ("matter_categories"."starts_at" <= "matter_categories"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "matters" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"category_id" uuid NOT NULL,
	"source" text NOT NULL,
	"urgency" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"grid_id" uuid,
	"station_id" uuid NOT NULL,
	"address" text,
	"happened_at" timestamp with time zone NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" uuid NOT NULL,
	"registrar_id" uuid,
	"first_receiver_id" uuid NOT NULL,
	"items" smallint DEFAULT 0 NOT NULL,
	"outcome" text,
	"outcome_note" text,
	"ended_at" timestamp with time zone,
	"merged_into_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "matters_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "matters_number_unique" UNIQUE("bureau_id","number"),
	CONSTRAINT "matters_kind" CHECK ("matters"."kind" in ('INCIDENT', 'DISPUTE', 'HAZARD', 'SERVICE')),
	CONSTRAINT "matters_source" CHECK ("matters"."source" in ('EMERGENCY_110', 'HOTLINE_12345', 'WALK_IN', 'PATROL', 'VISIT', 'CHECKLIST', 'GRID_WORKER', 'PARTNER', 'API')),
	CONSTRAINT "matters_urgency" CHECK ("matters"."urgency" in ('ORDINARY', 'URGENT', 'CRITICAL')),
	CONSTRAINT "matters_outcome" CHECK ("matters"."outcome" in ('SETTLED', 'NOT_SETTLED', 'MERGED')),
	CONSTRAINT "matters_ended_with_an_outcome" CHECK (("matters"."outcome" is null) = ("matters"."ended_at" is null)),
	CONSTRAINT "matters_merged" CHECK (("matters"."outcome" is not distinct from 'MERGED') = ("matters"."merged_into_id" is not null)),
	CONSTRAINT "matters_not_merged_into_itself" CHECK ("matters"."merged_into_id" <> "matters"."id")
);
--> statement-breakpoint
CREATE TABLE "sealed_contacts" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"role" text NOT NULL,
	"sealed" "bytea",
	"erased_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sealed_contacts_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "sealed_contacts_role_unique" UNIQUE("bureau_id","matter_id","role"),
	CONSTRAINT "sealed_contacts_role" CHECK ("sealed_contacts"."role" in ('PARTY_A', 'PARTY_B', 'PARTY_C', 'PARTY_D', 'CALLER', 'OTHER')),
	CONSTRAINT "sealed_contacts_erased" CHECK ("sealed_contacts"."sealed" is null or "sealed_contacts"."erased_at" is null)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"bureau_id" uuid NOT NULL,
	"series" text NOT NULL,
	"year" smallint NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_key" PRIMARY KEY("bureau_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "work_events" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"happened_at" timestamp with time zone,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"round" smallint NOT NULL,
	"account_id" uuid,
	"actor_name" text NOT NULL,
	"actor_member_id" uuid,
	"on_behalf_of_id" uuid,
	"cause" text NOT NULL,
	"source" text NOT NULL,
	"answered_by_id" uuid,
	"grid_id" uuid,
	"duty" text,
	"member_id" uuid,
	"unit_id" uuid,
	"level" smallint NOT NULL,
	"reason" text,
	"clock" text,
	"due_before" timestamp with time zone,
	"due_after" timestamp with time zone,
	"feedback_type" text,
	"feedback_id" uuid,
	CONSTRAINT "work_events_key" PRIMARY KEY("bureau_id","item_id","sequence"),
	CONSTRAINT "work_events_id_unique" UNIQUE("bureau_id","id"),
	CONSTRAINT "work_events_cause" CHECK ("work_events"."cause" in ('PERSON', 'JOB', 'API', 'IMPORT', 'OFFLINE')),
	CONSTRAINT "work_events_source" CHECK ("work_events"."source" in ('DESK', 'PHONE', 'API')),
	CONSTRAINT "work_events_from_state" CHECK ("work_events"."from_state" in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED', 'CLOSED', 'MISSED', 'CANCELLED')),
	CONSTRAINT "work_events_to_state" CHECK ("work_events"."to_state" in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED', 'CLOSED', 'MISSED', 'CANCELLED')),
	CONSTRAINT "work_events_duty" CHECK ("work_events"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "work_events_clock" CHECK ("work_events"."clock" in ('ACCEPT', 'FEEDBACK', 'CLOSE')),
	CONSTRAINT "work_events_feedback_type" CHECK ("work_events"."feedback_type" in ('SceneReport', 'CaseAnswer', 'CommunityFeedback', 'Rectification', 'LinkageResponse', 'TaskResult', 'Disposition')),
	CONSTRAINT "work_events_sequence" CHECK ("work_events"."sequence" >= 1)
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"kind" text NOT NULL,
	"order_kind" text,
	"matter_id" uuid,
	"parent_id" uuid,
	"batch_id" uuid,
	"station_id" uuid NOT NULL,
	"grid_id" uuid,
	"duty" text,
	"member_id" uuid,
	"unit_id" uuid,
	"level" smallint NOT NULL,
	"issuer_unit_id" uuid NOT NULL,
	"issued_by" uuid,
	"urgency" text NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"photos_at_least" smallint DEFAULT 0 NOT NULL,
	"burden_minutes" integer,
	"opens_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"returns" smallint DEFAULT 0 NOT NULL,
	"card" text,
	"suspended_since" timestamp with time zone,
	"next_due_at" timestamp with time zone,
	"warn_at" timestamp with time zone,
	"tick_at" timestamp with time zone,
	"due_on" date,
	"closed_at" timestamp with time zone,
	"closed_on" date,
	"outcome" text,
	"is_late" boolean DEFAULT false NOT NULL,
	"submitted_by" uuid,
	"feedback_type" text,
	"feedback_id" uuid,
	"last_sequence" integer DEFAULT 0 NOT NULL,
	"last_event_at" timestamp with time zone NOT NULL,
	"last_event_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "work_items_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "work_items_number_unique" UNIQUE("bureau_id","number"),
	CONSTRAINT "work_items_kind" CHECK ("work_items"."kind" in ('ORDER', 'TASK', 'RECEIPT', 'RUN')),
	CONSTRAINT "work_items_order_kind" CHECK ("work_items"."order_kind" in ('INCIDENT', 'CASE', 'COMMUNITY', 'SUPERVISION', 'LINKAGE')),
	CONSTRAINT "work_items_duty" CHECK ("work_items"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "work_items_state" CHECK ("work_items"."state" in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED', 'CLOSED', 'MISSED', 'CANCELLED')),
	CONSTRAINT "work_items_urgency" CHECK ("work_items"."urgency" in ('ORDINARY', 'URGENT', 'CRITICAL')),
	CONSTRAINT "work_items_card" CHECK ("work_items"."card" in ('YELLOW', 'RED')),
	CONSTRAINT "work_items_outcome" CHECK ("work_items"."outcome" in ('ACCEPTED', 'FOLLOWED_UP', 'ISSUED_ON', 'SETTLED', 'PASSED_ON')),
	CONSTRAINT "work_items_feedback_type" CHECK ("work_items"."feedback_type" in ('SceneReport', 'CaseAnswer', 'CommunityFeedback', 'Rectification', 'LinkageResponse', 'TaskResult', 'Disposition')),
	CONSTRAINT "work_items_order_kind_of_orders" CHECK (("work_items"."kind" = 'ORDER') = ("work_items"."order_kind" is not null)),
	CONSTRAINT "work_items_orders_are_about_a_matter" CHECK ("work_items"."kind" not in ('ORDER', 'RECEIPT') or "work_items"."matter_id" is not null or "work_items"."order_kind" = 'SUPERVISION'),
	CONSTRAINT "work_items_address" CHECK (("work_items"."duty" is null or "work_items"."grid_id" is not null) and num_nonnulls("work_items"."duty", "work_items"."unit_id", case when "work_items"."unit_id" is null then "work_items"."member_id" end) = 1),
	CONSTRAINT "work_items_closed" CHECK (("work_items"."state" = 'CLOSED') = ("work_items"."closed_at" is not null) and ("work_items"."closed_at" is null) = ("work_items"."closed_on" is null)),
	CONSTRAINT "work_items_level" CHECK ("work_items"."level" between 0 and 3),
	CONSTRAINT "work_items_feedback" CHECK (("work_items"."feedback_type" is null) = ("work_items"."feedback_id" is null))
);
--> statement-breakpoint
CREATE TABLE "deadline_rules" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"order_kind" text,
	"urgency" text NOT NULL,
	"revision" integer NOT NULL,
	"unit" text NOT NULL,
	"accept_within" integer,
	"feedback_within" integer,
	"close_within" integer,
	"rework_within" integer,
	"warn_at_percent" smallint NOT NULL,
	"escalate_after" integer,
	"urges_when_due_soon" boolean NOT NULL,
	"tells_at_any_hour" boolean NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deadline_rules_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "deadline_rules_revision_unique" UNIQUE NULLS NOT DISTINCT("bureau_id","kind","order_kind","urgency","revision"),
	CONSTRAINT "deadline_rules_kind" CHECK ("deadline_rules"."kind" in ('ORDER', 'TASK', 'RECEIPT', 'RUN')),
	CONSTRAINT "deadline_rules_order_kind" CHECK ("deadline_rules"."order_kind" in ('INCIDENT', 'CASE', 'COMMUNITY', 'SUPERVISION', 'LINKAGE')),
	CONSTRAINT "deadline_rules_urgency" CHECK ("deadline_rules"."urgency" in ('ORDINARY', 'URGENT', 'CRITICAL')),
	CONSTRAINT "deadline_rules_unit" CHECK ("deadline_rules"."unit" in ('MINUTES', 'WORKING_MINUTES', 'WORKING_DAYS')),
	CONSTRAINT "deadline_rules_order_kind_of_orders" CHECK (("deadline_rules"."kind" = 'ORDER') = ("deadline_rules"."order_kind" is not null)),
	CONSTRAINT "deadline_rules_positive" CHECK (least("deadline_rules"."accept_within", "deadline_rules"."feedback_within", "deadline_rules"."close_within", "deadline_rules"."rework_within", "deadline_rules"."escalate_after") > 0),
	CONSTRAINT "deadline_rules_warn_at_percent" CHECK ("deadline_rules"."warn_at_percent" between 1 and 90),
	CONSTRAINT "deadline_rules_period" CHECK ("deadline_rules"."starts_at" <= "deadline_rules"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "work_clocks" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"round" smallint NOT NULL,
	"rule_id" uuid,
	"calendar_revision_id" uuid,
	"unit" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_sequence" integer NOT NULL,
	"budget" integer NOT NULL,
	"extended_by" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"warn_at" timestamp with time zone NOT NULL,
	"satisfied_at" timestamp with time zone,
	"breached_at" timestamp with time zone,
	"void_at" timestamp with time zone,
	CONSTRAINT "work_clocks_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "work_clocks_clock" CHECK ("work_clocks"."clock" in ('ACCEPT', 'FEEDBACK', 'CLOSE')),
	CONSTRAINT "work_clocks_unit" CHECK ("work_clocks"."unit" in ('MINUTES', 'WORKING_MINUTES', 'WORKING_DAYS')),
	CONSTRAINT "work_clocks_budget" CHECK ("work_clocks"."budget" >= 0 and "work_clocks"."extended_by" >= 0)
);
--> statement-breakpoint
CREATE TABLE "work_extensions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"asked" smallint NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"reason" text NOT NULL,
	"granted" smallint,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"opinion" text,
	CONSTRAINT "work_extensions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "work_extensions_asked" CHECK ("work_extensions"."asked" between 1 and 60),
	CONSTRAINT "work_extensions_granted" CHECK ("work_extensions"."granted" between 0 and "work_extensions"."asked"),
	CONSTRAINT "work_extensions_decided" CHECK (("work_extensions"."granted" is null) = ("work_extensions"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "work_pauses" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"until" timestamp with time zone,
	"reason" text,
	CONSTRAINT "work_pauses_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "work_pauses_period" CHECK ("work_pauses"."starts_at" <= "work_pauses"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "work_ticks" (
	"bureau_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"round" smallint NOT NULL,
	"level" smallint NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"waits_until" timestamp with time zone,
	CONSTRAINT "work_ticks_key" PRIMARY KEY("bureau_id","item_id","clock_id","kind","level","at"),
	CONSTRAINT "work_ticks_kind" CHECK ("work_ticks"."kind" in ('DUE_SOON', 'OVERDUE', 'URGED', 'ESCALATED')),
	CONSTRAINT "work_ticks_clock" CHECK ("work_ticks"."clock" in ('ACCEPT', 'FEEDBACK', 'CLOSE'))
);
--> statement-breakpoint
CREATE TABLE "evidence_files" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"sent_digest" text NOT NULL,
	"media_type" text,
	"kept_digest" text,
	"thumbnail_digest" text,
	"bytes" integer,
	"width" integer,
	"height" integer,
	"announced_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone,
	"account_id" uuid NOT NULL,
	"member_id" uuid,
	CONSTRAINT "evidence_files_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "evidence_files_sent_unique" UNIQUE("bureau_id","item_id","round","sent_digest"),
	CONSTRAINT "evidence_files_media_type" CHECK ("evidence_files"."media_type" in ('image/jpeg', 'image/png', 'image/webp')),
	CONSTRAINT "evidence_files_received" CHECK (("evidence_files"."received_at" is null) = ("evidence_files"."kept_digest" is null))
);
--> statement-breakpoint
CREATE TABLE "stored_files" (
	"bureau_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"laid_at" timestamp with time zone NOT NULL,
	CONSTRAINT "stored_files_key" PRIMARY KEY("bureau_id","digest")
);
--> statement-breakpoint
CREATE TABLE "case_answers" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"is_taken_on" boolean NOT NULL,
	"case_number" text,
	"reason" text,
	CONSTRAINT "case_answers_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "case_answers_once_a_round" UNIQUE("bureau_id","item_id","round"),
	CONSTRAINT "case_answers_number_or_reason" CHECK (case when "case_answers"."is_taken_on" then "case_answers"."case_number" is not null else "case_answers"."reason" is not null end)
);
--> statement-breakpoint
CREATE TABLE "community_feedbacks" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"kind" text NOT NULL,
	"is_resolved" boolean NOT NULL,
	"done" text NOT NULL,
	"further_need" text,
	CONSTRAINT "community_feedbacks_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "community_feedbacks_once_a_round" UNIQUE("bureau_id","item_id","round"),
	CONSTRAINT "community_feedbacks_kind" CHECK ("community_feedbacks"."kind" in ('DISPUTE', 'HAZARD', 'SERVICE'))
);
--> statement-breakpoint
CREATE TABLE "dispositions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"settled" text NOT NULL,
	CONSTRAINT "dispositions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "dispositions_once_a_round" UNIQUE("bureau_id","item_id","round")
);
--> statement-breakpoint
CREATE TABLE "linkage_responses" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"is_taken_on" boolean NOT NULL,
	"response" text NOT NULL,
	CONSTRAINT "linkage_responses_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "linkage_responses_once_a_round" UNIQUE("bureau_id","item_id","round")
);
--> statement-breakpoint
CREATE TABLE "rectifications" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"cause" text NOT NULL,
	"done" text NOT NULL,
	CONSTRAINT "rectifications_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "rectifications_once_a_round" UNIQUE("bureau_id","item_id","round")
);
--> statement-breakpoint
CREATE TABLE "scene_reports" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"happened" text NOT NULL,
	"done" text NOT NULL,
	"cause" text,
	"likely_course" text,
	CONSTRAINT "scene_reports_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "scene_reports_once_a_round" UNIQUE("bureau_id","item_id","round")
);
--> statement-breakpoint
CREATE TABLE "task_results" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"done" text NOT NULL,
	"count" integer,
	"minutes" integer,
	CONSTRAINT "task_results_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "task_results_once_a_round" UNIQUE("bureau_id","item_id","round")
);
--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_revision" FOREIGN KEY ("bureau_id","revision_id") REFERENCES "public"."calendar_revisions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_revisions" ADD CONSTRAINT "calendar_revisions_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_shifts" ADD CONSTRAINT "calendar_shifts_revision" FOREIGN KEY ("bureau_id","revision_id") REFERENCES "public"."calendar_revisions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_categories" ADD CONSTRAINT "matter_categories_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_category" FOREIGN KEY ("bureau_id","category_id") REFERENCES "public"."matter_categories"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_grid" FOREIGN KEY ("bureau_id","grid_id") REFERENCES "public"."grids"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_first_receiver" FOREIGN KEY ("bureau_id","first_receiver_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_registrar" FOREIGN KEY ("bureau_id","registrar_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_registered_by" FOREIGN KEY ("bureau_id","registered_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_merged_into" FOREIGN KEY ("bureau_id","merged_into_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_contacts" ADD CONSTRAINT "sealed_contacts_matter" FOREIGN KEY ("bureau_id","matter_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_matter" FOREIGN KEY ("bureau_id","matter_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_parent" FOREIGN KEY ("bureau_id","parent_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_grid" FOREIGN KEY ("bureau_id","grid_id") REFERENCES "public"."grids"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_issuer_unit" FOREIGN KEY ("bureau_id","issuer_unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_issued_by" FOREIGN KEY ("bureau_id","issued_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_rules" ADD CONSTRAINT "deadline_rules_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_clocks" ADD CONSTRAINT "work_clocks_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_clocks" ADD CONSTRAINT "work_clocks_rule" FOREIGN KEY ("bureau_id","rule_id") REFERENCES "public"."deadline_rules"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_clocks" ADD CONSTRAINT "work_clocks_calendar" FOREIGN KEY ("bureau_id","calendar_revision_id") REFERENCES "public"."calendar_revisions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_extensions" ADD CONSTRAINT "work_extensions_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_extensions" ADD CONSTRAINT "work_extensions_clock" FOREIGN KEY ("bureau_id","clock_id") REFERENCES "public"."work_clocks"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_extensions" ADD CONSTRAINT "work_extensions_asked_by" FOREIGN KEY ("bureau_id","asked_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_extensions" ADD CONSTRAINT "work_extensions_decided_by" FOREIGN KEY ("bureau_id","decided_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_pauses" ADD CONSTRAINT "work_pauses_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_ticks" ADD CONSTRAINT "work_ticks_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_ticks" ADD CONSTRAINT "work_ticks_of_clock" FOREIGN KEY ("bureau_id","clock_id") REFERENCES "public"."work_clocks"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stored_files" ADD CONSTRAINT "stored_files_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_feedbacks" ADD CONSTRAINT "community_feedbacks_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "community_feedbacks" ADD CONSTRAINT "community_feedbacks_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispositions" ADD CONSTRAINT "dispositions_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "linkage_responses" ADD CONSTRAINT "linkage_responses_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "linkage_responses" ADD CONSTRAINT "linkage_responses_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rectifications" ADD CONSTRAINT "rectifications_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scene_reports" ADD CONSTRAINT "scene_reports_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scene_reports" ADD CONSTRAINT "scene_reports_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_results" ADD CONSTRAINT "task_results_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_results" ADD CONSTRAINT "task_results_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_revisions_one_draft" ON "calendar_revisions" USING btree ("bureau_id") WHERE "calendar_revisions"."state" = 'DRAFT';--> statement-breakpoint
CREATE INDEX "matters_station_index" ON "matters" USING btree ("bureau_id","station_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "matters_registered_index" ON "matters" USING btree ("bureau_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "matters_grid_index" ON "matters" USING btree ("bureau_id","grid_id","registered_at");--> statement-breakpoint
CREATE INDEX "matters_merged_index" ON "matters" USING btree ("bureau_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "work_events_actor_index" ON "work_events" USING btree ("bureau_id","actor_member_id","at");--> statement-breakpoint
CREATE INDEX "work_events_recomputed_index" ON "work_events" USING btree ("bureau_id","at","item_id") WHERE action = 'RECOMPUTE';--> statement-breakpoint
CREATE INDEX "work_items_due_index" ON "work_items" USING btree ("bureau_id",coalesce("next_due_at", 'infinity'),"id") WHERE state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED');--> statement-breakpoint
CREATE INDEX "work_items_desk_index" ON "work_items" USING btree ("bureau_id","station_id","next_due_at","id") WHERE state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED');--> statement-breakpoint
CREATE INDEX "work_items_seat_index" ON "work_items" USING btree ("bureau_id","grid_id","duty","next_due_at") WHERE state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED');--> statement-breakpoint
CREATE INDEX "work_items_member_index" ON "work_items" USING btree ("bureau_id","member_id","next_due_at") WHERE state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED') and member_id is not null;--> statement-breakpoint
CREATE INDEX "work_items_unit_index" ON "work_items" USING btree ("bureau_id","unit_id","next_due_at") WHERE state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED') and unit_id is not null;--> statement-breakpoint
CREATE INDEX "work_items_created_index" ON "work_items" USING btree ("bureau_id","station_id","created_at","id");--> statement-breakpoint
CREATE INDEX "work_items_closed_index" ON "work_items" USING btree ("bureau_id","station_id","closed_on") WHERE closed_on is not null;--> statement-breakpoint
CREATE INDEX "work_items_matter_index" ON "work_items" USING btree ("bureau_id","matter_id","id");--> statement-breakpoint
CREATE INDEX "work_items_parent_index" ON "work_items" USING btree ("bureau_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "work_items_tick_index" ON "work_items" USING btree ("tick_at","bureau_id") WHERE tick_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "work_clocks_one_running" ON "work_clocks" USING btree ("bureau_id","item_id","clock") WHERE satisfied_at is null and void_at is null;--> statement-breakpoint
CREATE INDEX "work_clocks_item_index" ON "work_clocks" USING btree ("bureau_id","item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_extensions_one_undecided" ON "work_extensions" USING btree ("bureau_id","clock_id") WHERE granted is null;--> statement-breakpoint
CREATE INDEX "work_pauses_item_index" ON "work_pauses" USING btree ("bureau_id","item_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "work_pauses_one_running" ON "work_pauses" USING btree ("bureau_id","item_id") WHERE ends_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "work_ticks_one_escalation" ON "work_ticks" USING btree ("bureau_id","clock_id","level") WHERE kind = 'ESCALATED';--> statement-breakpoint
CREATE INDEX "evidence_files_kept_index" ON "evidence_files" USING btree ("bureau_id","kept_digest");--> statement-breakpoint
CREATE INDEX "evidence_files_thumbnail_index" ON "evidence_files" USING btree ("bureau_id","thumbnail_digest");--> statement-breakpoint
CREATE INDEX "stored_files_laid_index" ON "stored_files" USING btree ("bureau_id","laid_at");