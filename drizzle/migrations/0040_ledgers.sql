CREATE TABLE "ledger_rows" (
	"bureau_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"matter_id" uuid,
	"item_id" uuid,
	CONSTRAINT "ledger_rows_key" PRIMARY KEY("bureau_id","id"),
	CONSTRAINT "ledger_rows_of_one" CHECK (num_nonnulls("ledger_rows"."matter_id", "ledger_rows"."item_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "matters" DROP CONSTRAINT "matters_source";--> statement-breakpoint
ALTER TABLE "import_runs" DROP CONSTRAINT "import_runs_kind";--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."import_runs"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_matter" FOREIGN KEY ("bureau_id","matter_id") REFERENCES "public"."matters"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_rows" ADD CONSTRAINT "ledger_rows_item" FOREIGN KEY ("bureau_id","item_id") REFERENCES "public"."work_items"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matters" ADD CONSTRAINT "matters_source" CHECK ("matters"."source" in ('EMERGENCY_110', 'HOTLINE_12345', 'WALK_IN', 'PATROL', 'VISIT', 'CHECKLIST', 'GRID_WORKER', 'PARTNER', 'API', 'LEDGER'));--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_kind" CHECK ("import_runs"."kind" in ('GRIDS', 'MEMBERS', 'DISPUTES', 'HAZARDS', 'MATTERS', 'TASKS', 'DUTY_LINES', 'CHECKLISTS'));--> statement-breakpoint
call maple_guard('ledger_rows');
--> statement-breakpoint
create or replace function plan_outgrown_anew() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare outgrown name;
begin
  for outgrown in
    select c.relname from pg_class c
    where c.oid in ('units'::regclass, 'divisions'::regclass, 'grids'::regclass, 'grid_facts'::regclass, 'members'::regclass, 'member_units'::regclass,
        'assignments'::regclass, 'matters'::regclass, 'work_items'::regclass, 'work_events'::regclass, 'work_clocks'::regclass, 'ledger_rows'::regclass)
      and pg_relation_size(c.oid) / current_setting('block_size')::int > 50 + 2 * greatest(c.relpages, 0)
    order by c.relname
  loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 0.1)', outgrown);
  end loop;
end $$;
--> statement-breakpoint
create or replace function analyze_imported() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze assignments, divisions, grid_facts, grids, ledger_rows, matters, member_units, members, units, work_clocks, work_events, work_items;
end $$;
