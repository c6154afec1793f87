call maple_guard('import_deeds');
--> statement-breakpoint
-- A server that starts carries on with what another one has left: it is told in which bureaus, and nothing of what. Tables' owners
-- are walled off as well, so the function's owner is let see the rows that it names the bureaus of.
do $$ begin
  execute format('create policy left_to_record on import_deeds for select to %I using (true)', current_user);
end $$;
--> statement-breakpoint
create function bureaus_with_import_deeds() returns setof uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct bureau_id from import_deeds $$;
