-- What is left to be recorded of an import is a job, so nobody need be told in which bureaus something is left. Once a day each
-- bureau's own jobs are sent, by a server that is told the bureaus' ids and nothing else of them; owners are let see whose they are.
drop function bureaus_with_import_deeds();
--> statement-breakpoint
drop policy left_to_record on import_deeds;
--> statement-breakpoint
create function bureaus_to_tend() returns setof uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select bureau_id from bureaus order by bureau_id $$;
--> statement-breakpoint
revoke execute on function bureaus_to_tend() from public;
