CREATE TABLE "handover_items" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"handover_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"outcome" text,
	"event_id" uuid,
	CONSTRAINT "handover_items_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "handover_items_once" UNIQUE("bureau_id","handover_id","item_id"),
	CONSTRAINT "handover_items_event_unique" UNIQUE("bureau_id","event_id"),
	CONSTRAINT "handover_items_outcome" CHECK ("handover_items"."outcome" in ('MOVED', 'OVER', 'ELSEWHERE', 'CALLED_OFF')),
	CONSTRAINT "handover_items_moved" CHECK (("handover_items"."event_id" is not null) = coalesce("handover_items"."outcome" = 'MOVED', false))
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"giver_id" uuid NOT NULL,
	"taker_id" uuid NOT NULL,
	"reason" text,
	"begun_at" timestamp with time zone NOT NULL,
	"begun_by" uuid NOT NULL,
	"beginner" text NOT NULL,
	"is_signed_by_giver" boolean NOT NULL,
	"outcome" text,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "handovers_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "handovers_outcome" CHECK ("handovers"."outcome" in ('CONFIRMED', 'DECLINED', 'WITHDRAWN')),
	CONSTRAINT "handovers_between_two" CHECK ("handovers"."giver_id" <> "handovers"."taker_id"),
	CONSTRAINT "handovers_ended" CHECK (num_nonnulls("handovers"."outcome", "handovers"."ended_at", "handovers"."ended_by") in (0, 3)),
	CONSTRAINT "handovers_end_reason" CHECK (("handovers"."end_reason" is not null) = coalesce("handovers"."outcome" <> 'CONFIRMED', false))
);
--> statement-breakpoint
ALTER TABLE "handover_items" ADD CONSTRAINT "handover_items_handover" FOREIGN KEY ("bureau_id","handover_id") REFERENCES "public"."handovers"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_items" ADD CONSTRAINT "handover_items_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_giver" FOREIGN KEY ("bureau_id","giver_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_taker" FOREIGN KEY ("bureau_id","taker_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_begun_by" FOREIGN KEY ("bureau_id","begun_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_ended_by" FOREIGN KEY ("bureau_id","ended_by") REFERENCES "public"."accounts"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "handover_items_one_open" ON "handover_items" USING btree ("bureau_id","item_id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "handovers_giver_index" ON "handovers" USING btree ("bureau_id","giver_id");--> statement-breakpoint
CREATE INDEX "handovers_taker_index" ON "handovers" USING btree ("bureau_id","taker_id");--> statement-breakpoint
CREATE INDEX "handovers_begun_index" ON "handovers" USING btree ("bureau_id","begun_at","id");
--> statement-breakpoint
-- The event is written with the commit.
alter table handover_items add constraint handover_items_event foreign key (bureau_id, event_id)
  references work_events (bureau_id, id) deferrable initially deferred;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['handovers', 'handover_items']
  loop
    call maple_guard(kept::regclass);
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', kept || '_never_deleted', kept);
  end loop;
end $$;
