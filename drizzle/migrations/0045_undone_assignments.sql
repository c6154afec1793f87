ALTER TABLE "assignments" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "replaced_end_reason" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_replaces" FOREIGN KEY ("bureau_id","replaces_id") REFERENCES "public"."assignments"("bureau_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_replaces_index" ON "assignments" USING btree ("bureau_id","replaces_id") WHERE replaces_id is not null;--> statement-breakpoint
-- What is over stays so, but for one that ended when another began in its place, which was taken back as a whole.
create or replace function keep_assignment_history() returns trigger language plpgsql as $$
begin
  if (new.bureau_id, new.id, new.grid_id, new.member_id, new.duty, new.starts_at, new.created_at, new.replaces_id, new.replaced_end_reason)
     is distinct from (old.bureau_id, old.id, old.grid_id, old.member_id, old.duty, old.starts_at, old.created_at, old.replaces_id, old.replaced_end_reason)
     or (old.ends_at is distinct from new.ends_at and old.ends_at <= now() and not exists (
       select from assignments s where s.bureau_id = old.bureau_id and s.replaces_id = old.id and s.starts_at = old.ends_at and s.ends_at = s.starts_at
     )) then
    raise exception 'an assignment''s history is never overwritten' using errcode = 'restrict_violation', constraint = 'assignments_history';
  end if;
  return new;
end $$;
