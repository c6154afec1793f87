-- What drizzle's table definitions cannot say of the duty catalogue: row-level security, one revision in force, and that what stood stays.
do $$
declare guarded text;
begin
  foreach guarded in array array['duty_lines', 'duty_catalogue_copies']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', guarded || '_never_deleted', guarded);
  end loop;
end $$;
--> statement-breakpoint
create trigger duty_catalogue_copies_append_only before update on duty_catalogue_copies for each row execute function refuse_change();
--> statement-breakpoint
alter table duty_lines add constraint duty_lines_one_in_force
  exclude using gist ((md5(bureau_id::text || coalesce(station_id::text, '') || '/' || owner || '/' || code)::uuid) with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
-- A revision ends, once, and is otherwise as it was: what a past day gives is what stood then. Its owner is made of other columns, later.
create function keep_duty_line() returns trigger language plpgsql as $$
begin
  if old.ends_at is not null or (to_jsonb(new) - '{ends_at,version,owner}'::text[]) <> (to_jsonb(old) - '{ends_at,version,owner}'::text[]) then
    raise exception 'a revision of a duty line ends, and does not change' using errcode = 'restrict_violation', constraint = 'duty_lines_history';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger duty_lines_history before update on duty_lines for each row execute function keep_duty_line();
