-- What an import has brought in is history like any other row, but for an import that is undone: its rows go in the transaction that says
-- so, and in no other one. The application's role deletes none of them; `take_back_import` does.
create function refuse_deletion_but_undone() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (
    select from import_runs r where r.bureau_id = old.bureau_id and r.status = 'UNDONE' and r.xmin = pg_current_xact_id()::xid)
  then
    return old;
  end if;
  raise exception '% is only ever appended to', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['matters', 'matter_categories', 'work_items', 'work_clocks', 'checklist_templates', 'checklist_versions']
  loop
    execute format('drop trigger %I on %I', kept || '_never_deleted', kept);
    execute format('create trigger %I before delete on %I for each row execute function refuse_deletion_but_undone()', kept || '_never_deleted', kept);
  end loop;
  foreach kept in array array['work_events', 'work_ticks', 'work_pasts', 'work_clock_moves']
  loop
    execute format('drop trigger %I on %I', kept || '_append_only', kept);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_deletion_but_undone()', kept || '_append_only', kept);
  end loop;
end $$;
--> statement-breakpoint
-- Rows that were there before stay, and so do revisions of duties: the command puts back what they said.
create or replace function take_back_import(bureau uuid, run uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made uuid[];
  items uuid[];
begin
  if not exists (
    select from import_runs r where r.bureau_id = bureau and r.id = run and r.status = 'UNDONE' and r.xmin = pg_current_xact_id()::xid)
  then
    raise exception 'an import is taken back by what undoes it' using errcode = 'restrict_violation';
  end if;
  select coalesce(array_agg((line->>'id')::uuid), '{}') into made
    from import_made m cross join lateral jsonb_array_elements(m.rows) line
    where m.bureau_id = bureau and m.run_id = run and m.list not in ('openedGrids', 'changedGrids', 'changedMembers', 'dutyLines');
  select coalesce(array_agg(i.id), '{}') into items from work_items i
    where i.bureau_id = bureau and (i.id = any(made) or i.id in (
      select (line->>'item')::uuid from import_made m cross join lateral jsonb_array_elements(m.rows) line
      where m.bureau_id = bureau and m.run_id = run and line ? 'item'));
  if exists (select from work_events e where e.bureau_id = bureau and e.item_id = any(items) and e.cause not in ('IMPORT', 'JOB')) then
    raise exception 'work that somebody has done is only ever appended to' using errcode = 'restrict_violation';
  end if;
  delete from assignments where bureau_id = bureau and id = any(made);
  delete from member_units where bureau_id = bureau and member_id = any(made);
  delete from members where bureau_id = bureau and id = any(made);
  delete from ledger_rows where bureau_id = bureau and run_id = run;
  delete from work_ticks where bureau_id = bureau and item_id = any(items);
  delete from work_clock_moves where bureau_id = bureau and clock_id in (select c.id from work_clocks c where c.bureau_id = bureau and c.item_id = any(items));
  delete from work_clocks where bureau_id = bureau and item_id = any(items);
  delete from work_pasts where bureau_id = bureau and item_id = any(items);
  delete from work_events where bureau_id = bureau and item_id = any(items);
  delete from work_items where bureau_id = bureau and id = any(items);
  delete from matters where bureau_id = bureau and id = any(made);
  delete from matter_categories where bureau_id = bureau and id = any(made);
  delete from checklist_items i using checklist_versions v where i.bureau_id = bureau and v.bureau_id = bureau and v.id = i.version_id and v.template_id = any(made);
  delete from checklist_owers o using checklist_versions v where o.bureau_id = bureau and v.bureau_id = bureau and v.id = o.version_id and v.template_id = any(made);
  delete from checklist_versions where bureau_id = bureau and template_id = any(made);
  delete from checklist_templates where bureau_id = bureau and id = any(made);
  delete from grid_facts where bureau_id = bureau and grid_id = any(made);
  delete from grids where bureau_id = bureau and id = any(made);
  delete from divisions where bureau_id = bureau and id = any(made);
  delete from units where bureau_id = bureau and id = any(made);
end $$;
--> statement-breakpoint
-- Those who look after the server are told how far back the outbox reaches, by the first row of each bureau in the order of its key, and
-- nothing else of it.
create policy outbox_is_dated on outbox_events for select to current_user using (true);
--> statement-breakpoint
create function outbox_reaches_back_to() returns timestamptz language sql stable security definer set search_path = public, pg_temp as $$
  select min(oldest.at) from bureaus b cross join lateral (
    select e.at from outbox_events e where e.bureau_id = b.bureau_id order by e.id limit 1) oldest
$$;
--> statement-breakpoint
revoke execute on function outbox_reaches_back_to() from public;
