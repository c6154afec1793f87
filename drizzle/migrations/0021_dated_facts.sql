CREATE TABLE "member_units" (
	"bureau_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"reason" text,
	"unit_id" uuid NOT NULL,
	CONSTRAINT "member_units_key" PRIMARY KEY("bureau_id","member_id","starts_on"),
	CONSTRAINT "member_units_period" CHECK ("member_units"."starts_on" < "member_units"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "service_breaks" (
	"bureau_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"reason" text,
	CONSTRAINT "service_breaks_key" PRIMARY KEY("bureau_id","member_id","starts_on"),
	CONSTRAINT "service_breaks_period" CHECK ("service_breaks"."starts_on" < "service_breaks"."ends_on")
);
--> statement-breakpoint
CREATE TABLE "grid_facts" (
	"bureau_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"reason" text,
	"station_id" uuid NOT NULL,
	"police_room_id" uuid,
	"name" text NOT NULL,
	"name_initials" text NOT NULL,
	"kind" text NOT NULL,
	"complexity" text DEFAULT 'ORDINARY' NOT NULL,
	"level" smallint DEFAULT 3 NOT NULL,
	CONSTRAINT "grid_facts_key" PRIMARY KEY("bureau_id","grid_id","starts_on"),
	CONSTRAINT "grid_facts_period" CHECK ("grid_facts"."starts_on" < "grid_facts"."ends_on"),
	CONSTRAINT "grid_facts_kind" CHECK ("grid_facts"."kind" in ('VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC')),
	CONSTRAINT "grid_facts_complexity" CHECK ("grid_facts"."complexity" in ('ORDINARY', 'COMPLEX')),
	CONSTRAINT "grid_facts_level" CHECK ("grid_facts"."level" between 2 and 3)
);
--> statement-breakpoint
-- What was recorded without a day counts as having been so always.
insert into grid_facts (bureau_id, grid_id, starts_on, station_id, police_room_id, name, name_initials, kind, complexity, level)
  select bureau_id, id, '-infinity', station_id, police_room_id, name, name_initials, kind, complexity, level from grids;
--> statement-breakpoint
insert into member_units (bureau_id, member_id, starts_on, unit_id) select bureau_id, id, '-infinity', unit_id from members;
--> statement-breakpoint
ALTER TABLE "grids" DROP CONSTRAINT "grids_kind";--> statement-breakpoint
ALTER TABLE "grids" DROP CONSTRAINT "grids_complexity";--> statement-breakpoint
ALTER TABLE "grids" DROP CONSTRAINT "grids_level";--> statement-breakpoint
ALTER TABLE "members" DROP CONSTRAINT "members_unit";
--> statement-breakpoint
ALTER TABLE "grids" DROP CONSTRAINT "grids_station";
--> statement-breakpoint
ALTER TABLE "grids" DROP CONSTRAINT "grids_police_room";
--> statement-breakpoint
DROP INDEX "members_unit_index";--> statement-breakpoint
DROP INDEX "grids_station_index";--> statement-breakpoint
DROP INDEX "grids_name_index";--> statement-breakpoint
ALTER TABLE "member_units" ADD CONSTRAINT "member_units_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_units" ADD CONSTRAINT "member_units_unit" FOREIGN KEY ("bureau_id","unit_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_breaks" ADD CONSTRAINT "service_breaks_member" FOREIGN KEY ("bureau_id","member_id") REFERENCES "public"."members"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_facts" ADD CONSTRAINT "grid_facts_grid" FOREIGN KEY ("bureau_id","grid_id") REFERENCES "public"."grids"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_facts" ADD CONSTRAINT "grid_facts_station" FOREIGN KEY ("bureau_id","station_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grid_facts" ADD CONSTRAINT "grid_facts_police_room" FOREIGN KEY ("bureau_id","police_room_id") REFERENCES "public"."units"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_units_unit_index" ON "member_units" USING btree ("bureau_id","unit_id");--> statement-breakpoint
CREATE INDEX "grid_facts_station_index" ON "grid_facts" USING btree ("bureau_id","station_id");--> statement-breakpoint
CREATE INDEX "grid_facts_name_index" ON "grid_facts" USING btree ("bureau_id","name" collate "zh-x-icu","grid_id");--> statement-breakpoint
ALTER TABLE "members" DROP COLUMN "unit_id";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "station_id";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "police_room_id";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "name";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "name_initials";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "complexity";--> statement-breakpoint
ALTER TABLE "grids" DROP COLUMN "level";--> statement-breakpoint
-- Each row begins where the one before it ends, one has no end, and the first has always been: so on every day there is exactly one.
-- Checked at the commit, for a change in the middle takes more than one statement.
alter table grids add column first_on date generated always as ('-infinity'::date) stored;
--> statement-breakpoint
alter table grid_facts
  add constraint grid_facts_one_after_another unique nulls not distinct (bureau_id, grid_id, ends_on) deferrable initially deferred,
  add constraint grid_facts_without_gap foreign key (bureau_id, grid_id, ends_on)
    references grid_facts (bureau_id, grid_id, starts_on) deferrable initially deferred;
--> statement-breakpoint
alter table grids add constraint grids_have_facts foreign key (bureau_id, id, first_on)
  references grid_facts (bureau_id, grid_id, starts_on) deferrable initially deferred;
--> statement-breakpoint
alter table members add column first_on date generated always as ('-infinity'::date) stored;
--> statement-breakpoint
alter table member_units
  add constraint member_units_one_after_another unique nulls not distinct (bureau_id, member_id, ends_on) deferrable initially deferred,
  add constraint member_units_without_gap foreign key (bureau_id, member_id, ends_on)
    references member_units (bureau_id, member_id, starts_on) deferrable initially deferred;
--> statement-breakpoint
alter table members add constraint members_have_units foreign key (bureau_id, id, first_on)
  references member_units (bureau_id, member_id, starts_on) deferrable initially deferred;
--> statement-breakpoint
alter table service_breaks add constraint service_breaks_one_at_a_time
  exclude using gist ((md5(bureau_id::text || member_id::text)::uuid) with =, daterange(starts_on, ends_on) with &&);
--> statement-breakpoint
call maple_guard('grid_facts');
--> statement-breakpoint
call maple_guard('member_units');
--> statement-breakpoint
call maple_guard('service_breaks');
--> statement-breakpoint
create or replace function plan_outgrown_anew() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare outgrown name;
begin
  for outgrown in
    select c.relname from pg_class c
    where c.oid in ('units'::regclass, 'divisions'::regclass, 'grids'::regclass, 'grid_facts'::regclass, 'members'::regclass, 'member_units'::regclass,
        'assignments'::regclass)
      and pg_relation_size(c.oid) / current_setting('block_size')::int > 50 + 2 * greatest(c.relpages, 0)
    order by c.relname
  loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 0.1)', outgrown);
  end loop;
end $$;
--> statement-breakpoint
create or replace function analyze_imported() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze assignments, divisions, grid_facts, grids, member_units, members, units;
end $$;
