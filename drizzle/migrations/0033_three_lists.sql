CREATE TABLE "list_schemes" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid,
	"revision" integer NOT NULL,
	"titles" text[] NOT NULL,
	"sources" text[] NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_schemes_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "list_schemes_revision_unique" UNIQUE NULLS NOT DISTINCT("bureau_id","station_id","revision"),
	CONSTRAINT "list_schemes_three" CHECK (cardinality("list_schemes"."titles") = 3 and cardinality("list_schemes"."sources") = 3 and array_position("list_schemes"."titles", null) is null),
	CONSTRAINT "list_schemes_sources" CHECK ("list_schemes"."sources" <@ array['DUTIES', 'OPEN_MATTERS', 'WORK_DUE', 'ACHIEVEMENTS'] and "list_schemes"."sources"[1] <> "list_schemes"."sources"[2]
        and "list_schemes"."sources"[2] <> "list_schemes"."sources"[3] and "list_schemes"."sources"[1] <> "list_schemes"."sources"[3]),
	CONSTRAINT "list_schemes_period" CHECK ("list_schemes"."starts_at" <= "list_schemes"."ends_at")
);
--> statement-breakpoint
CREATE TABLE "review_comments" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"line_key" text,
	"text" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" uuid NOT NULL,
	"speaker" text NOT NULL,
	CONSTRAINT "review_comments_key" PRIMARY KEY("bureau_id","id")
);
--> statement-breakpoint
CREATE TABLE "review_lines" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"line_key" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"sequence" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	"decider" text NOT NULL,
	"item_id" uuid,
	CONSTRAINT "review_lines_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "review_lines_sequence_unique" UNIQUE("bureau_id","review_id","sequence"),
	CONSTRAINT "review_lines_decision" CHECK ("review_lines"."decision" in ('ACCEPTED', 'RETURNED')),
	CONSTRAINT "review_lines_returned_with_a_reason" CHECK ("review_lines"."decision" <> 'RETURNED' or "review_lines"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "review_looks" (
	"bureau_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"week_start" date NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_looks_key" PRIMARY KEY("bureau_id","account_id","station_id","member_id","week_start")
);
--> statement-breakpoint
CREATE TABLE "week_reviews" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"week_start" date NOT NULL,
	"revision" integer NOT NULL,
	"reopened_reason" text,
	"reopened_by" uuid,
	"signed_at" timestamp with time zone,
	"signed_by" uuid,
	"signer" text,
	"on_behalf_of_id" uuid,
	"done" integer,
	"late" integer,
	"missed" integer,
	"returned" integer,
	"waiting" integer,
	"snapshot" jsonb,
	"digest" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "week_reviews_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "week_reviews_revision_unique" UNIQUE("bureau_id","station_id","member_id","week_start","revision"),
	CONSTRAINT "week_reviews_monday" CHECK (extract(isodow from "week_reviews"."week_start") = 1),
	CONSTRAINT "week_reviews_revision" CHECK ("week_reviews"."revision" >= 1),
	CONSTRAINT "week_reviews_reopened" CHECK (("week_reviews"."revision" > 1) = ("week_reviews"."reopened_reason" is not null) and ("week_reviews"."reopened_reason" is null) = ("week_reviews"."reopened_by" is null)),
	CONSTRAINT "week_reviews_signed" CHECK (num_nonnulls("week_reviews"."signed_at", "week_reviews"."signed_by", "week_reviews"."signer", "week_reviews"."snapshot", "week_reviews"."digest", "week_reviews"."done", "week_reviews"."late", "week_reviews"."missed", "week_reviews"."returned", "week_reviews"."waiting") in (0, 10)
        and ("week_reviews"."signed_at" is not null or "week_reviews"."on_behalf_of_id" is null)),
	CONSTRAINT "week_reviews_counts" CHECK (least("week_reviews"."done", "week_reviews"."late", "week_reviews"."missed", "week_reviews"."returned", "week_reviews"."waiting") >= 0),
	CONSTRAINT "week_reviews_digest" CHECK ("week_reviews"."digest" = encode(sha256(convert_to("week_reviews"."snapshot"::text, 'UTF8')), 'hex')),
	CONSTRAINT "week_reviews_not_for_oneself" CHECK ("week_reviews"."on_behalf_of_id" <> "week_reviews"."member_id")
);
--> statement-breakpoint
ALTER TABLE "list_schemes" ADD CONSTRAINT "list_schemes_bureau" FOREIGN KEY ("bureau_id") REFERENCES "public"."bureaus"("bureau_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_schemes" ADD CONSTRAINT "list_schemes_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_review" FOREIGN KEY ("bureau_id","review_id") REFERENCES "public"."week_reviews"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_comments" ADD CONSTRAINT "review_comments_said_by" FOREIGN KEY ("bureau_id","said_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_lines" ADD CONSTRAINT "review_lines_review" FOREIGN KEY ("bureau_id","review_id") REFERENCES "public"."week_reviews"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_lines" ADD CONSTRAINT "review_lines_decided_by" FOREIGN KEY ("bureau_id","decided_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_lines" ADD CONSTRAINT "review_lines_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_looks" ADD CONSTRAINT "review_looks_account" FOREIGN KEY ("bureau_id","account_id") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_looks" ADD CONSTRAINT "review_looks_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_looks" ADD CONSTRAINT "review_looks_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_reviews" ADD CONSTRAINT "week_reviews_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_reviews" ADD CONSTRAINT "week_reviews_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_reviews" ADD CONSTRAINT "week_reviews_signed_by" FOREIGN KEY ("bureau_id","signed_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_reviews" ADD CONSTRAINT "week_reviews_reopened_by" FOREIGN KEY ("bureau_id","reopened_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "week_reviews" ADD CONSTRAINT "week_reviews_on_behalf_of" FOREIGN KEY ("bureau_id","on_behalf_of_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_comments_review_index" ON "review_comments" USING btree ("bureau_id","review_id","said_at");--> statement-breakpoint
CREATE INDEX "review_lines_key_index" ON "review_lines" USING btree ("bureau_id","review_id","line_key");--> statement-breakpoint
CREATE UNIQUE INDEX "week_reviews_one_open" ON "week_reviews" USING btree ("bureau_id","station_id","member_id","week_start") WHERE signed_at is null;--> statement-breakpoint
CREATE INDEX "week_reviews_station_index" ON "week_reviews" USING btree ("bureau_id","station_id","week_start");--> statement-breakpoint
CREATE INDEX "week_reviews_member_index" ON "week_reviews" USING btree ("bureau_id","member_id","week_start");--> statement-breakpoint
CREATE INDEX "work_items_seat_closed_index" ON "work_items" USING btree ("bureau_id","grid_id","duty","closed_on") WHERE closed_on is not null;--> statement-breakpoint
CREATE INDEX "work_items_seat_missed_index" ON "work_items" USING btree ("bureau_id","grid_id","duty","window_ends_on") WHERE missed_at is not null;--> statement-breakpoint
CREATE INDEX "work_items_member_closed_index" ON "work_items" USING btree ("bureau_id","member_id","closed_on") WHERE closed_on is not null;--> statement-breakpoint
CREATE INDEX "work_items_submitted_index" ON "work_items" USING btree ("bureau_id","submitted_by","closed_on") WHERE closed_on is not null;