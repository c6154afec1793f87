DROP INDEX "members_name_index";--> statement-breakpoint
CREATE INDEX "members_name_index" ON "members" USING btree ("bureau_id",left("name_initials", 1),"name" collate "zh-x-icu","id");