CREATE TABLE "import_made" (
	"bureau_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"list" text NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "import_made_key" PRIMARY KEY("bureau_id","run_id","position")
);
--> statement-breakpoint
ALTER TABLE "import_runs" DROP CONSTRAINT "import_runs_status";--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "causes" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "import_made" ADD CONSTRAINT "import_made_run" FOREIGN KEY ("bureau_id","run_id") REFERENCES "public"."import_runs"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_status" CHECK ("import_runs"."status" in ('UPLOADED', 'CHECKING', 'CHECKED', 'WRITING', 'WRITTEN', 'FAILED', 'CANCELLED', 'UNDONE'));--> statement-breakpoint
call maple_guard('import_made');
--> statement-breakpoint
-- An assignment is history from the moment it is written, but for one that an import has made and that is undone whole: it goes with
-- the import's other rows, in the transaction that says so.
create function refuse_assignment_deletion() returns trigger language plpgsql as $$
begin
  if exists (
    select from import_runs r join import_made m on m.bureau_id = r.bureau_id and m.run_id = r.id and m.list = 'assignments'
    where r.bureau_id = old.bureau_id and r.status = 'UNDONE' and r.xmin = pg_current_xact_id()::xid
      and m.rows @> jsonb_build_array(jsonb_build_object('id', old.id)))
  then
    return old;
  end if;
  raise exception '% is only ever appended to', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
drop trigger assignments_never_deleted on assignments;
--> statement-breakpoint
create trigger assignments_never_deleted before delete on assignments for each row execute function refuse_assignment_deletion();
--> statement-breakpoint
-- The application's role deletes no grid, member, unit or assignment: what an import has made is deleted here and nowhere else. Keys
-- refuse it where anything else stands on a row.
create function take_back_import(bureau uuid, run uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid[];
begin
  if not exists (
    select from import_runs r where r.bureau_id = bureau and r.id = run and r.status = 'UNDONE' and r.xmin = pg_current_xact_id()::xid)
  then
    raise exception 'an import is taken back by what undoes it' using errcode = 'restrict_violation';
  end if;
  select coalesce(array_agg((line->>'id')::uuid), '{}') into made
    from import_made m cross join lateral jsonb_array_elements(m.rows) line
    where m.bureau_id = bureau and m.run_id = run and m.list <> 'openedGrids';
  delete from assignments where bureau_id = bureau and id = any(made);
  delete from member_units where bureau_id = bureau and member_id = any(made);
  delete from members where bureau_id = bureau and id = any(made);
  delete from grid_facts where bureau_id = bureau and grid_id = any(made);
  delete from grids where bureau_id = bureau and id = any(made);
  delete from divisions where bureau_id = bureau and id = any(made);
  delete from units where bureau_id = bureau and id = any(made);
end $$;
