CREATE TABLE "matter_pasts" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"matter_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"grid_id" uuid,
	"station_id" uuid NOT NULL,
	"outcome" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "matter_pasts_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "matter_pasts_outcome" CHECK ("matter_pasts"."outcome" in ('SETTLED', 'NOT_SETTLED', 'MERGED'))
);
--> statement-breakpoint
CREATE TABLE "work_clock_moves" (
	"bureau_id" uuid NOT NULL,
	"clock_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_before" timestamp with time zone NOT NULL,
	CONSTRAINT "work_clock_moves_key" PRIMARY KEY("bureau_id","clock_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "work_pasts" (
	"bureau_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"station_id" uuid NOT NULL,
	"grid_id" uuid,
	"duty" text,
	"member_id" uuid,
	"submitted_by" uuid,
	"closed_at" timestamp with time zone,
	"closed_on" date,
	"outcome" text,
	CONSTRAINT "work_pasts_key" PRIMARY KEY("bureau_id","item_id","sequence"),
	CONSTRAINT "work_pasts_duty" CHECK ("work_pasts"."duty" in ('RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER')),
	CONSTRAINT "work_pasts_outcome" CHECK ("work_pasts"."outcome" in ('ACCEPTED', 'FOLLOWED_UP', 'ISSUED_ON', 'SETTLED', 'PASSED_ON'))
);
--> statement-breakpoint
ALTER TABLE "matter_pasts" ADD CONSTRAINT "matter_pasts_matter" FOREIGN KEY ("bureau_id","matter_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_clock_moves" ADD CONSTRAINT "work_clock_moves_clock" FOREIGN KEY ("bureau_id","clock_id") REFERENCES "public"."work_clocks"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_pasts" ADD CONSTRAINT "work_pasts_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_pasts" ADD CONSTRAINT "work_pasts_event" FOREIGN KEY ("bureau_id","item_id","sequence") REFERENCES "public"."work_events"("bureau_id","item_id","sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "matter_pasts_matter_index" ON "matter_pasts" USING btree ("bureau_id","matter_id","at");--> statement-breakpoint
CREATE INDEX "matter_pasts_grid_index" ON "matter_pasts" USING btree ("bureau_id","grid_id","at");--> statement-breakpoint
CREATE INDEX "work_pasts_seat_index" ON "work_pasts" USING btree ("bureau_id","grid_id","duty","at") WHERE duty is not null;--> statement-breakpoint
CREATE INDEX "work_pasts_member_index" ON "work_pasts" USING btree ("bureau_id","member_id","at") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "work_pasts_submitted_index" ON "work_pasts" USING btree ("bureau_id","submitted_by","closed_on") WHERE closed_on is not null;--> statement-breakpoint
CREATE INDEX "work_items_seat_cancelled_index" ON "work_items" USING btree ("bureau_id","grid_id","duty","state_since") WHERE state = 'CANCELLED' and duty is not null;--> statement-breakpoint
CREATE INDEX "work_items_member_cancelled_index" ON "work_items" USING btree ("bureau_id","member_id","state_since") WHERE state = 'CANCELLED' and member_id is not null;