CREATE TABLE "checklist_batches" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"occurrence_on" date NOT NULL,
	"station_id" uuid NOT NULL,
	"runs" integer NOT NULL,
	"digest" text NOT NULL,
	"is_last" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "checklist_batches_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "checklist_batches_runs" CHECK ("checklist_batches"."runs" >= 0)
);
--> statement-breakpoint
CREATE TABLE "checklist_items" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"code" text NOT NULL,
	"wording" text NOT NULL,
	"evidence" text NOT NULL,
	"is_required" boolean NOT NULL,
	"least" integer,
	"most" integer,
	"choices" text[],
	"fails" text NOT NULL,
	"fails_bound" integer,
	"failing_choices" text[],
	"hazard_category" text,
	"is_ours" boolean NOT NULL,
	CONSTRAINT "checklist_items_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "checklist_items_code_unique" UNIQUE("bureau_id","version_id","code"),
	CONSTRAINT "checklist_items_position_unique" UNIQUE("bureau_id","version_id","position"),
	CONSTRAINT "checklist_items_evidence" CHECK ("checklist_items"."evidence" in ('COUNT', 'TEXT', 'CHOICE', 'PHOTO', 'PLACE')),
	CONSTRAINT "checklist_items_fails" CHECK ("checklist_items"."fails" in ('NEVER', 'ABOVE', 'BELOW', 'CHOSEN', 'TOLD')),
	CONSTRAINT "checklist_items_code_written" CHECK ("checklist_items"."code" = upper("checklist_items"."code") and "checklist_items"."code" !~ '[[:space:]]'),
	CONSTRAINT "checklist_items_count" CHECK (case "checklist_items"."evidence" when 'COUNT' then "checklist_items"."least" <= "checklist_items"."most" else num_nonnulls("checklist_items"."least", "checklist_items"."most") = 0 end),
	CONSTRAINT "checklist_items_choices" CHECK (case "checklist_items"."evidence" when 'CHOICE' then cardinality("checklist_items"."choices") >= 2 else "checklist_items"."choices" is null end),
	CONSTRAINT "checklist_items_failing" CHECK (case "checklist_items"."fails" when 'NEVER' then true when 'CHOSEN' then "checklist_items"."evidence" = 'CHOICE' and "checklist_items"."failing_choices" <@ "checklist_items"."choices"
        when 'TOLD' then "checklist_items"."evidence" in ('TEXT', 'PLACE', 'PHOTO') else "checklist_items"."evidence" = 'COUNT' and "checklist_items"."fails_bound" is not null end
        and ("checklist_items"."fails" in ('ABOVE', 'BELOW') or "checklist_items"."fails_bound" is null) and ("checklist_items"."fails" = 'CHOSEN') = ("checklist_items"."failing_choices" is not null))
);
--> statement-breakpoint
CREATE TABLE "checklist_owers" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"duty" text NOT NULL,
	"grid_kind" text,
	"complexity" text,
	CONSTRAINT "checklist_owers_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "checklist_owers_once" UNIQUE NULLS NOT DISTINCT("bureau_id","version_id","duty","grid_kind","complexity"),
	CONSTRAINT "checklist_owers_duty" CHECK ("checklist_owers"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "checklist_owers_grid_kind" CHECK ("checklist_owers"."grid_kind" in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC')),
	CONSTRAINT "checklist_owers_complexity" CHECK ("checklist_owers"."complexity" in ('ORDINARY', 'COMPLEX'))
);
--> statement-breakpoint
CREATE TABLE "checklist_templates" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_initials" text NOT NULL,
	"station_id" uuid,
	"made_through" date,
	"retired_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checklist_templates_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "checklist_templates_code_unique" UNIQUE("bureau_id","code"),
	CONSTRAINT "checklist_templates_code_written" CHECK ("checklist_templates"."code" = upper("checklist_templates"."code") and "checklist_templates"."code" !~ '[[:space:]]')
);
--> statement-breakpoint
CREATE TABLE "checklist_versions" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"starts_on" date,
	"last_on" date,
	"recurrence" text,
	"on_closed_day" text NOT NULL,
	"window_days" smallint NOT NULL,
	"grace_days" smallint NOT NULL,
	"late_days" smallint NOT NULL,
	"burden_minutes" integer NOT NULL,
	"serves" text,
	"is_reviewed" boolean NOT NULL,
	"note" text,
	"made_from" date,
	"published_at" timestamp with time zone,
	"published_by" text,
	"superseded_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checklist_versions_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "checklist_versions_number_unique" UNIQUE("bureau_id","template_id","number"),
	CONSTRAINT "checklist_versions_of_template" UNIQUE("bureau_id","template_id","id"),
	CONSTRAINT "checklist_versions_state" CHECK ("checklist_versions"."state" in ('DRAFT', 'PUBLISHED', 'DISCARDED')),
	CONSTRAINT "checklist_versions_on_closed_day" CHECK ("checklist_versions"."on_closed_day" in ('SKIP', 'KEEP', 'BEFORE', 'AFTER')),
	CONSTRAINT "checklist_versions_serves" CHECK ("checklist_versions"."serves" in ('ORGANISER', 'COLLECTOR', 'MEDIATOR', 'PUBLICIST', 'LIAISON', 'HELPER')),
	CONSTRAINT "checklist_versions_period" CHECK ("checklist_versions"."starts_on" <= "checklist_versions"."last_on"),
	CONSTRAINT "checklist_versions_superseded" CHECK ("checklist_versions"."starts_on" <= "checklist_versions"."superseded_on"),
	CONSTRAINT "checklist_versions_window" CHECK ("checklist_versions"."window_days" between 1 and 366),
	CONSTRAINT "checklist_versions_grace" CHECK ("checklist_versions"."grace_days" between 0 and 60),
	CONSTRAINT "checklist_versions_late" CHECK ("checklist_versions"."late_days" between 0 and 366),
	CONSTRAINT "checklist_versions_burden" CHECK ("checklist_versions"."burden_minutes" between 0 and 10000),
	CONSTRAINT "checklist_versions_published" CHECK (num_nonnulls("checklist_versions"."published_at", "checklist_versions"."published_by", "checklist_versions"."made_from") = case "checklist_versions"."state" when 'PUBLISHED' then 3 else 0 end
        and ("checklist_versions"."state" <> 'PUBLISHED' or num_nonnulls("checklist_versions"."starts_on", "checklist_versions"."recurrence") = 2))
);
--> statement-breakpoint
CREATE TABLE "run_answers" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"code" text NOT NULL,
	"count" integer,
	"told" text,
	"choice" text,
	"photo_id" uuid,
	"is_failed" boolean NOT NULL,
	CONSTRAINT "run_answers_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "run_answers_once" UNIQUE("bureau_id","report_id","code"),
	CONSTRAINT "run_answers_one" CHECK (num_nonnulls("run_answers"."count", "run_answers"."told", "run_answers"."choice", "run_answers"."photo_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "run_hazards" (
	"bureau_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"code" text NOT NULL,
	"matter_id" uuid NOT NULL,
	CONSTRAINT "run_hazards_key" PRIMARY KEY("bureau_id","run_id","code"),
	CONSTRAINT "run_hazards_matter_unique" UNIQUE("bureau_id","matter_id")
);
--> statement-breakpoint
CREATE TABLE "run_reports" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"version_id" uuid NOT NULL,
	"visited_on" date,
	"note" text,
	CONSTRAINT "run_reports_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "run_reports_once_a_round" UNIQUE("bureau_id","item_id","round"),
	CONSTRAINT "run_reports_version_unique" UNIQUE("bureau_id","id","version_id")
);
--> statement-breakpoint
ALTER TABLE "work_events" DROP CONSTRAINT "work_events_feedback_type";--> statement-breakpoint
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_feedback_type";--> statement-breakpoint
ALTER TABLE "work_ticks" DROP CONSTRAINT "work_ticks_kind";--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "template_version_id" uuid;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "occurrence_on" date;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "seat_duty" text;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "window_ends_on" date;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "grace_days" smallint;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "late_days" smallint;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "missed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "checklist_batches" ADD CONSTRAINT "checklist_batches_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_batches" ADD CONSTRAINT "checklist_batches_version" FOREIGN KEY ("bureau_id","template_id","version_id") REFERENCES "public"."checklist_versions"("bureau_id","template_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_version" FOREIGN KEY ("bureau_id","version_id") REFERENCES "public"."checklist_versions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_owers" ADD CONSTRAINT "checklist_owers_version" FOREIGN KEY ("bureau_id","version_id") REFERENCES "public"."checklist_versions"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_templates" ADD CONSTRAINT "checklist_templates_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_templates" ADD CONSTRAINT "checklist_templates_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "checklist_versions" ADD CONSTRAINT "checklist_versions_template" FOREIGN KEY ("bureau_id","template_id") REFERENCES "public"."checklist_templates"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_answers" ADD CONSTRAINT "run_answers_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_answers" ADD CONSTRAINT "run_answers_photo" FOREIGN KEY ("bureau_id","photo_id") REFERENCES "public"."evidence_files"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_answers" ADD CONSTRAINT "run_answers_report" FOREIGN KEY ("bureau_id","report_id","version_id") REFERENCES "public"."run_reports"("bureau_id","id","version_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_answers" ADD CONSTRAINT "run_answers_item" FOREIGN KEY ("bureau_id","version_id","code") REFERENCES "public"."checklist_items"("bureau_id","version_id","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_hazards" ADD CONSTRAINT "run_hazards_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_hazards" ADD CONSTRAINT "run_hazards_matter" FOREIGN KEY ("bureau_id","matter_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_reports" ADD CONSTRAINT "run_reports_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_reports" ADD CONSTRAINT "run_reports_submitted_by" FOREIGN KEY ("bureau_id","submitted_by") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_batches_last_unique" ON "checklist_batches" USING btree ("bureau_id","version_id","occurrence_on","station_id") WHERE is_last;--> statement-breakpoint
CREATE INDEX "checklist_batches_day_index" ON "checklist_batches" USING btree ("bureau_id","template_id","occurrence_on");--> statement-breakpoint
CREATE UNIQUE INDEX "checklist_versions_one_draft" ON "checklist_versions" USING btree ("bureau_id","template_id") WHERE "checklist_versions"."state" = 'DRAFT';--> statement-breakpoint
CREATE INDEX "run_answers_photo_index" ON "run_answers" USING btree ("bureau_id","photo_id") WHERE photo_id is not null;--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_template_version" FOREIGN KEY ("bureau_id","template_id","template_version_id") REFERENCES "public"."checklist_versions"("bureau_id","template_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "work_items_run_unique" ON "work_items" USING btree ("bureau_id","template_id","occurrence_on","grid_id","seat_duty") WHERE kind = 'RUN';--> statement-breakpoint
CREATE INDEX "work_items_run_index" ON "work_items" USING btree ("bureau_id","occurrence_on","id") WHERE kind = 'RUN';--> statement-breakpoint
ALTER TABLE "work_events" ADD CONSTRAINT "work_events_feedback_type" CHECK ("work_events"."feedback_type" in ('SceneReport', 'CaseAnswer', 'CommunityFeedback', 'Rectification', 'LinkageResponse', 'TaskResult', 'Disposition', 'RunReport'));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_seat_duty" CHECK ("work_items"."seat_duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_runs" CHECK (num_nonnulls("work_items"."template_id", "work_items"."template_version_id", "work_items"."occurrence_on", "work_items"."seat_duty", "work_items"."window_ends_on", "work_items"."grace_days", "work_items"."late_days")
        = case "work_items"."kind" when 'RUN' then 7 else 0 end and ("work_items"."kind" <> 'RUN' or "work_items"."grid_id" is not null));--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_missed" CHECK ("work_items"."state" <> 'MISSED' or "work_items"."missed_at" is not null);--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_missed_runs" CHECK ("work_items"."missed_at" is null or "work_items"."kind" = 'RUN' and "work_items"."is_late");--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_feedback_type" CHECK ("work_items"."feedback_type" in ('SceneReport', 'CaseAnswer', 'CommunityFeedback', 'Rectification', 'LinkageResponse', 'TaskResult', 'Disposition', 'RunReport'));--> statement-breakpoint
ALTER TABLE "work_ticks" ADD CONSTRAINT "work_ticks_kind" CHECK ("work_ticks"."kind" in ('DUE_SOON', 'OVERDUE', 'URGED', 'ESCALATED', 'MISSED'));