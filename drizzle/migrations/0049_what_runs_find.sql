ALTER TABLE "checklist_items" ADD COLUMN "finds" text;--> statement-breakpoint
ALTER TABLE "run_answers" ADD COLUMN "found" text[];--> statement-breakpoint
ALTER TABLE "run_hazards" ADD COLUMN "position" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "run_hazards" DROP CONSTRAINT "run_hazards_key";
--> statement-breakpoint
ALTER TABLE "run_hazards" ADD CONSTRAINT "run_hazards_key" PRIMARY KEY("bureau_id","run_id","code","position");--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_finds" CHECK ("checklist_items"."finds" in ('INCIDENT', 'DISPUTE', 'HAZARD', 'SERVICE'));--> statement-breakpoint
ALTER TABLE "checklist_items" ADD CONSTRAINT "checklist_items_finds_counted" CHECK ("checklist_items"."finds" is null or "checklist_items"."evidence" = 'COUNT' and "checklist_items"."fails" = 'NEVER');--> statement-breakpoint
ALTER TABLE "run_answers" ADD CONSTRAINT "run_answers_found" CHECK ("run_answers"."found" is null or cardinality("run_answers"."found") = "run_answers"."count");