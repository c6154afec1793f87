CREATE TABLE "duty_catalogue_copies" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"model_id" uuid NOT NULL,
	"copied_at" timestamp with time zone NOT NULL,
	"lines_set" integer NOT NULL,
	"lines_ended" integer NOT NULL,
	CONSTRAINT "duty_catalogue_copies_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "duty_catalogue_copies_of_another" CHECK ("duty_catalogue_copies"."station_id" <> "duty_catalogue_copies"."model_id"),
	CONSTRAINT "duty_catalogue_copies_counts" CHECK (least("duty_catalogue_copies"."lines_set", "duty_catalogue_copies"."lines_ended") >= 0)
);
--> statement-breakpoint
CREATE TABLE "duty_lines" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid,
	"duty" text,
	"grid_kind" text,
	"level" smallint,
	"unit_kind" text,
	"owner" text GENERATED ALWAYS AS (coalesce(duty, unit_kind) || coalesce('.' || grid_kind, '') || coalesce('.' || level::text, '')) STORED NOT NULL,
	"code" text NOT NULL,
	"revision" integer NOT NULL,
	"title" text NOT NULL,
	"text" text,
	"serves" text,
	"position" smallint NOT NULL,
	"is_set_aside" boolean NOT NULL,
	"is_ours" boolean NOT NULL,
	"copy_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "duty_lines_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "duty_lines_revision_unique" UNIQUE NULLS NOT DISTINCT("bureau_id","station_id","owner","code","revision"),
	CONSTRAINT "duty_lines_duty" CHECK ("duty_lines"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "duty_lines_grid_kind" CHECK ("duty_lines"."grid_kind" in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC')),
	CONSTRAINT "duty_lines_unit_kind" CHECK ("duty_lines"."unit_kind" in ('STATION', 'COMMAND_ROOM', 'DESK', 'POLICE_ROOM')),
	CONSTRAINT "duty_lines_serves" CHECK ("duty_lines"."serves" in ('ORGANISER', 'COLLECTOR', 'MEDIATOR', 'PUBLICIST', 'LIAISON', 'HELPER')),
	CONSTRAINT "duty_lines_one_owner" CHECK (num_nonnulls("duty_lines"."duty", "duty_lines"."unit_kind") = 1),
	CONSTRAINT "duty_lines_part_of_a_duty" CHECK (num_nonnulls("duty_lines"."grid_kind", "duty_lines"."level") <= num_nonnulls("duty_lines"."duty")),
	CONSTRAINT "duty_lines_level" CHECK ("duty_lines"."level" between 2 and 3),
	CONSTRAINT "duty_lines_code_written" CHECK ("duty_lines"."code" = upper("duty_lines"."code") and "duty_lines"."code" !~ '[[:space:]]'),
	CONSTRAINT "duty_lines_position" CHECK ("duty_lines"."position" between 0 and 999),
	CONSTRAINT "duty_lines_set_aside_by_a_station" CHECK (not "duty_lines"."is_set_aside" or "duty_lines"."station_id" is not null),
	CONSTRAINT "duty_lines_copied_to_a_station" CHECK ("duty_lines"."copy_id" is null or "duty_lines"."station_id" is not null),
	CONSTRAINT "duty_lines_period" CHECK ("duty_lines"."starts_at" <= "duty_lines"."ends_at")
);
--> statement-breakpoint
ALTER TABLE "duty_catalogue_copies" ADD CONSTRAINT "duty_catalogue_copies_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_catalogue_copies" ADD CONSTRAINT "duty_catalogue_copies_model" FOREIGN KEY ("bureau_id","model_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_lines" ADD CONSTRAINT "duty_lines_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_lines" ADD CONSTRAINT "duty_lines_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_lines" ADD CONSTRAINT "duty_lines_copy" FOREIGN KEY ("bureau_id","copy_id") REFERENCES "public"."duty_catalogue_copies"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "duty_catalogue_copies_station_index" ON "duty_catalogue_copies" USING btree ("bureau_id","station_id","copied_at");--> statement-breakpoint
CREATE INDEX "duty_catalogue_copies_model_index" ON "duty_catalogue_copies" USING btree ("bureau_id","model_id");--> statement-breakpoint
CREATE INDEX "duty_lines_owner_index" ON "duty_lines" USING btree ("bureau_id","owner","code","station_id");--> statement-breakpoint
CREATE INDEX "duty_lines_station_index" ON "duty_lines" USING btree ("bureau_id","station_id");