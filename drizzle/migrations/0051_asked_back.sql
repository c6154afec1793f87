ALTER TABLE "work_requests" DROP CONSTRAINT "work_requests_kind";--> statement-breakpoint
ALTER TABLE "work_requests" DROP CONSTRAINT "work_requests_of_kind";--> statement-breakpoint
ALTER TABLE "work_requests" DROP CONSTRAINT "work_requests_as_decided";--> statement-breakpoint
DROP INDEX "work_items_due_index";--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "return_asked_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "work_requests_one_return" ON "work_requests" USING btree ("bureau_id","item_id","round") WHERE is_granted is null and kind = 'RETURN';--> statement-breakpoint
CREATE INDEX "work_items_due_index" ON "work_items" USING btree ("bureau_id",coalesce("next_due_at", 'infinity'),"id") WHERE (state in ('ISSUED', 'ACCEPTED', 'ARRIVED', 'SUBMITTED', 'RETURNED', 'DECLINED') or return_asked_at is not null);--> statement-breakpoint
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_return_asked" CHECK ("work_items"."return_asked_at" is null or "work_items"."state" = 'CLOSED');--> statement-breakpoint
ALTER TABLE "work_requests" ADD CONSTRAINT "work_requests_return_by_another" CHECK ("work_requests"."kind" <> 'RETURN' or "work_requests"."decided_by" <> "work_requests"."asked_by");--> statement-breakpoint
ALTER TABLE "work_requests" ADD CONSTRAINT "work_requests_kind" CHECK ("work_requests"."kind" in ('EXTENSION', 'SUSPENSION', 'RETURN'));--> statement-breakpoint
ALTER TABLE "work_requests" ADD CONSTRAINT "work_requests_of_kind" CHECK (case "work_requests"."kind" when 'EXTENSION' then num_nonnulls("work_requests"."clock_id", "work_requests"."asked") = 2 and num_nonnulls("work_requests"."since", "work_requests"."until", "work_requests"."granted_from") = 0
        when 'SUSPENSION' then num_nonnulls("work_requests"."clock_id", "work_requests"."asked", "work_requests"."granted") = 0
        else num_nonnulls("work_requests"."clock_id", "work_requests"."asked", "work_requests"."granted", "work_requests"."since", "work_requests"."until", "work_requests"."granted_from") = 0 end);--> statement-breakpoint
ALTER TABLE "work_requests" ADD CONSTRAINT "work_requests_as_decided" CHECK (case "work_requests"."kind" when 'EXTENSION' then ("work_requests"."granted" > 0) is not distinct from "work_requests"."is_granted"
        when 'SUSPENSION' then ("work_requests"."granted_from" is not null) = coalesce("work_requests"."is_granted", false) else true end);