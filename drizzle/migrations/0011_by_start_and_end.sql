CREATE INDEX "absences_end_index" ON "absences" USING btree ("bureau_id","ends_at");--> statement-breakpoint
CREATE INDEX "assignments_start_index" ON "assignments" USING btree ("bureau_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "assignments_end_index" ON "assignments" USING btree ("bureau_id","ends_at");