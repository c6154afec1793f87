CREATE TABLE "recheck_draws" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"month" date NOT NULL,
	"number" smallint NOT NULL,
	"asked" smallint NOT NULL,
	"seed" text NOT NULL,
	"pool" text NOT NULL,
	"digest" text NOT NULL,
	"candidates" integer NOT NULL,
	"checkers" integer NOT NULL,
	"drawn" smallint NOT NULL,
	"passed_over" integer NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	"drawn_by" uuid,
	"drawer" text NOT NULL,
	"reason" text,
	CONSTRAINT "recheck_draws_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "recheck_draws_unique" UNIQUE("bureau_id","station_id","month","number"),
	CONSTRAINT "recheck_draws_of_month" UNIQUE("bureau_id","id","station_id","month"),
	CONSTRAINT "recheck_draws_month" CHECK (extract(day from "recheck_draws"."month") = 1),
	CONSTRAINT "recheck_draws_number" CHECK ("recheck_draws"."number" >= 1),
	CONSTRAINT "recheck_draws_further_with_a_reason" CHECK ("recheck_draws"."number" = 1 or "recheck_draws"."reason" is not null),
	CONSTRAINT "recheck_draws_seed" CHECK ("recheck_draws"."seed" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "recheck_draws_digest" CHECK ("recheck_draws"."digest" = encode(sha256(convert_to("recheck_draws"."pool", 'UTF8')), 'hex')),
	CONSTRAINT "recheck_draws_counts" CHECK ("recheck_draws"."drawn" between 0 and least("recheck_draws"."asked", "recheck_draws"."candidates") and "recheck_draws"."passed_over" between 0 and "recheck_draws"."candidates" - "recheck_draws"."drawn")
);
--> statement-breakpoint
CREATE TABLE "recheck_quotas" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid,
	"per_month" smallint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recheck_quotas_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "recheck_quotas_one" UNIQUE NULLS NOT DISTINCT("bureau_id","station_id"),
	CONSTRAINT "recheck_quotas_per_month" CHECK ("recheck_quotas"."per_month" between 0 and 50),
	CONSTRAINT "recheck_quotas_of_the_bureau" CHECK ("recheck_quotas"."station_id" is not null or "recheck_quotas"."per_month" is not null)
);
--> statement-breakpoint
CREATE TABLE "recheck_results" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recheck_id" uuid NOT NULL,
	"revision" smallint NOT NULL,
	"outcome" text NOT NULL,
	"text" text NOT NULL,
	"reason" text,
	"checked_at" timestamp with time zone NOT NULL,
	"checked_by" uuid NOT NULL,
	"checker" text NOT NULL,
	"rectification_id" uuid,
	CONSTRAINT "recheck_results_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "recheck_results_revision_unique" UNIQUE("bureau_id","recheck_id","revision"),
	CONSTRAINT "recheck_results_outcome" CHECK ("recheck_results"."outcome" in ('CONFIRMED', 'NOT_CONFIRMED')),
	CONSTRAINT "recheck_results_corrected_with_a_reason" CHECK (("recheck_results"."revision" > 1) = ("recheck_results"."reason" is not null)),
	CONSTRAINT "recheck_results_rectification_of_failed" CHECK ("recheck_results"."outcome" = 'NOT_CONFIRMED' or "recheck_results"."rectification_id" is null)
);
--> statement-breakpoint
CREATE TABLE "rechecks" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"draw_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"month" date NOT NULL,
	"place" smallint NOT NULL,
	"item_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"closed_on" date NOT NULL,
	"done_by_id" uuid,
	"checker_id" uuid NOT NULL,
	"turn" smallint DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rechecks_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "rechecks_place_unique" UNIQUE("bureau_id","draw_id","place"),
	CONSTRAINT "rechecks_once" UNIQUE("bureau_id","item_id","round"),
	CONSTRAINT "rechecks_of_another" CHECK ("rechecks"."checker_id" <> "rechecks"."done_by_id"),
	CONSTRAINT "rechecks_turn" CHECK (least("rechecks"."turn", "rechecks"."place") >= 1)
);
--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "is_of_recheck" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recheck_draws" ADD CONSTRAINT "recheck_draws_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_draws" ADD CONSTRAINT "recheck_draws_drawn_by" FOREIGN KEY ("bureau_id","drawn_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_quotas" ADD CONSTRAINT "recheck_quotas_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_quotas" ADD CONSTRAINT "recheck_quotas_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_results" ADD CONSTRAINT "recheck_results_recheck" FOREIGN KEY ("bureau_id","recheck_id") REFERENCES "public"."rechecks"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_results" ADD CONSTRAINT "recheck_results_checked_by" FOREIGN KEY ("bureau_id","checked_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recheck_results" ADD CONSTRAINT "recheck_results_rectification" FOREIGN KEY ("bureau_id","rectification_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_draw" FOREIGN KEY ("bureau_id","draw_id","station_id","month") REFERENCES "public"."recheck_draws"("bureau_id","id","station_id","month") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_done_by" FOREIGN KEY ("bureau_id","done_by_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_checker" FOREIGN KEY ("bureau_id","checker_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rechecks_station_index" ON "rechecks" USING btree ("bureau_id","station_id","closed_on");--> statement-breakpoint
CREATE INDEX "rechecks_checker_index" ON "rechecks" USING btree ("bureau_id","checker_id");--> statement-breakpoint
CREATE INDEX "rechecks_month_index" ON "rechecks" USING btree ("bureau_id","month","id");