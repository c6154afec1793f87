-- What drizzle's table definitions cannot say of the ledger of work: row-level security, what is only ever appended, and that no state
-- changes without its event.
do $$
declare guarded text;
begin
  foreach guarded in array array['calendar_revisions', 'calendar_shifts', 'calendar_days', 'number_series', 'matter_categories', 'matters',
    'sealed_contacts', 'deadline_rules', 'work_items', 'work_events', 'work_clocks', 'work_pauses', 'work_extensions', 'work_ticks',
    'scene_reports', 'case_answers', 'community_feedbacks', 'rectifications', 'linkage_responses', 'task_results', 'dispositions',
    'evidence_files']
  loop
    call maple_guard(guarded::regclass);
  end loop;
end $$;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['work_events', 'work_ticks', 'scene_reports', 'case_answers', 'community_feedbacks', 'rectifications',
    'linkage_responses', 'task_results', 'dispositions']
  loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', kept || '_append_only', kept);
  end loop;
end $$;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['matters', 'matter_categories', 'sealed_contacts', 'deadline_rules', 'work_items', 'work_clocks', 'work_pauses', 'work_extensions',
    'calendar_revisions']
  loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', kept || '_never_deleted', kept);
  end loop;
end $$;
--> statement-breakpoint
alter table matter_categories add constraint matter_categories_one_in_force
  exclude using gist ((md5(bureau_id::text || kind || '/' || code)::uuid) with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
alter table deadline_rules add constraint deadline_rules_one_in_force
  exclude using gist ((md5(bureau_id::text || kind || '/' || coalesce(order_kind, '') || '/' || urgency)::uuid) with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
alter table work_pauses add constraint work_pauses_one_at_a_time
  exclude using gist ((md5(bureau_id::text || item_id::text)::uuid) with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
-- Each item's last step stands in its events; looked at when the transaction commits, for item and event refer to each other.
alter table work_items add constraint work_items_have_events foreign key (bureau_id, id, last_sequence)
  references work_events (bureau_id, item_id, sequence) deferrable initially deferred;
--> statement-breakpoint
create function keep_work_in_step() returns trigger language plpgsql as $$
begin
  if (new.state, new.state_since, new.round, new.card, new.suspended_since, new.grid_id, new.duty, new.member_id, new.unit_id, new.level, new.station_id,
      new.urgency, new.outcome, new.closed_at, new.submitted_by, new.feedback_id)
     is distinct from (old.state, old.state_since, old.round, old.card, old.suspended_since, old.grid_id, old.duty, old.member_id, old.unit_id, old.level,
      old.station_id, old.urgency, old.outcome, old.closed_at, old.submitted_by, old.feedback_id)
     and new.last_sequence <= old.last_sequence then
    raise exception 'a step of work without its event' using errcode = 'restrict_violation', constraint = 'work_items_in_step';
  end if;
  if (new.number, new.kind, new.order_kind, new.parent_id, new.batch_id, new.created_at) is distinct from
     (old.number, old.kind, old.order_kind, old.parent_id, old.batch_id, old.created_at) then
    raise exception 'what work is does not change' using errcode = 'restrict_violation', constraint = 'work_items_identity';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger work_items_in_step before update on work_items for each row execute function keep_work_in_step();
--> statement-breakpoint
-- A day or shift is held to both calendars that an update may take it from and to, and waits for whoever is publishing one.
create function keep_published_calendar() returns trigger language plpgsql as $$
declare held text;
begin
  if tg_table_name = 'calendar_revisions' then
    if old.state <> 'DRAFT' then
      raise exception 'a published calendar is never changed' using errcode = 'restrict_violation', constraint = 'calendar_published';
    end if;
    return new;
  end if;
  for held in select r.state from calendar_revisions r where r.bureau_id in (new.bureau_id, old.bureau_id)
    and r.id in (new.revision_id, old.revision_id) for share
  loop
    if held <> 'DRAFT' then
      raise exception 'a published calendar is never changed' using errcode = 'restrict_violation', constraint = 'calendar_published';
    end if;
  end loop;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger calendar_revisions_published before update on calendar_revisions for each row execute function keep_published_calendar();
--> statement-breakpoint
create trigger calendar_days_published before insert or update or delete on calendar_days for each row execute function keep_published_calendar();
--> statement-breakpoint
create trigger calendar_shifts_published before insert or update or delete on calendar_shifts for each row execute function keep_published_calendar();
--> statement-breakpoint
alter table work_items set (fillfactor = 80);
--> statement-breakpoint
call maple_guard('stored_files');
--> statement-breakpoint
-- A server asks in which bureaus something of work is due, and is told their ids alone; tables' owners are walled off as well, so the
-- function's owner is let see the rows that it names the bureaus of.
do $$ begin
  execute format('create policy due_by_the_clock on work_items for select to %I using (tick_at is not null)', current_user);
end $$;
--> statement-breakpoint
create function bureaus_with_work_due(moment timestamptz) returns setof uuid language sql stable security definer set search_path = public, pg_temp as
  $$ select distinct bureau_id from work_items where tick_at <= moment $$;
--> statement-breakpoint
revoke execute on function bureaus_with_work_due(timestamptz) from public;
