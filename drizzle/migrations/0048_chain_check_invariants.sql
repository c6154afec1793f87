do $$
declare guarded text;
begin
  foreach guarded in array array['audit_chain_checks', 'audit_chain_results']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', guarded || '_append_only', guarded);
    execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', guarded || '_never_emptied', guarded);
  end loop;
end $$;
--> statement-breakpoint
-- A break stands until a later check goes over its row and finds it as it was written. An operator's check knows all ends that were kept
-- outside the database, so what it has found stands until another one of theirs.
create function standing_chain_breaks(bureau uuid) returns table (check_id uuid, broken_at bigint)
  language sql stable set search_path = public, pg_temp as $$
  select r.id, r.broken_at
  from audit_chain_results r join audit_chain_checks c on c.bureau_id = r.bureau_id and c.id = r.id
  where r.bureau_id = bureau and r.broken_at is not null and not exists (
    select from audit_chain_results later join audit_chain_checks l on l.bureau_id = later.bureau_id and l.id = later.id
    where later.bureau_id = bureau and later.finished_at > r.finished_at and later.broken_at is null
      and later.after_sequence < r.broken_at and later.through_sequence >= r.broken_at
      and (l.origin = 'OPERATOR' or c.origin <> 'OPERATOR'))
$$;
--> statement-breakpoint
-- Those who look after the server are told in how many bureaus a break stands, and nothing else of them.
create policy checks_are_counted on audit_chain_checks for select to current_user using (true);
--> statement-breakpoint
create policy breaks_are_counted on audit_chain_results for select to current_user using (true);
--> statement-breakpoint
create function broken_audit_chains() returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from bureaus b where exists (select from standing_chain_breaks(b.bureau_id))
$$;
--> statement-breakpoint
revoke execute on function broken_audit_chains() from public;
