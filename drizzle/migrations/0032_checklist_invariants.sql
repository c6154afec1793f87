-- What drizzle's table definitions cannot say of checklists: row-level security, what is only ever appended, and that what is published
-- stays as it is.
do $$
declare guarded text;
begin
  foreach guarded in array array['checklist_templates', 'checklist_versions', 'checklist_items', 'checklist_owers', 'checklist_batches',
    'run_reports', 'run_answers', 'run_hazards']
  loop
    call maple_guard(guarded::regclass);
  end loop;
end $$;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['checklist_batches', 'run_reports', 'run_answers', 'run_hazards']
  loop
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', kept || '_append_only', kept);
  end loop;
end $$;
--> statement-breakpoint
do $$
declare kept text;
begin
  foreach kept in array array['checklist_templates', 'checklist_versions']
  loop
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', kept || '_never_deleted', kept);
  end loop;
end $$;
--> statement-breakpoint
-- One version of a checklist holds on any day.
alter table checklist_versions add constraint checklist_versions_one_in_force
  exclude using gist ((md5(bureau_id::text || template_id::text)::uuid) with =, daterange(starts_on, superseded_on) with &&) where (state = 'PUBLISHED');
--> statement-breakpoint
-- A draft becomes what it is, published or discarded; from then on nothing of it changes but that another one follows. Items and owers are held to
-- both versions that an update may take them from and to, and wait for whoever is publishing one.
create function keep_published_checklist() returns trigger language plpgsql as $$
declare held text;
begin
  if tg_table_name = 'checklist_versions' then
    if old.state = 'DRAFT' and (new.template_id, new.number) is not distinct from (old.template_id, old.number) then
      return new;
    end if;
    if old.state = 'PUBLISHED' and old.superseded_on is null
      and to_jsonb(new) - '{superseded_on,version}'::text[] = to_jsonb(old) - '{superseded_on,version}'::text[] then
      return new;
    end if;
    raise exception 'a published checklist is never changed' using errcode = 'restrict_violation', constraint = 'checklist_versions_published_stays';
  end if;
  for held in select v.state from checklist_versions v where v.bureau_id in (new.bureau_id, old.bureau_id)
    and v.id in (new.version_id, old.version_id) for share
  loop
    if held <> 'DRAFT' then
      raise exception 'a published checklist is never changed' using errcode = 'restrict_violation', constraint = 'checklist_versions_published_stays';
    end if;
  end loop;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger checklist_versions_published before update on checklist_versions for each row execute function keep_published_checklist();
--> statement-breakpoint
create trigger checklist_items_published before insert or update or delete on checklist_items for each row execute function keep_published_checklist();
--> statement-breakpoint
create trigger checklist_owers_published before insert or update or delete on checklist_owers for each row execute function keep_published_checklist();
--> statement-breakpoint
-- A run is answered by the version that it opened with, and by no other one.
create function hold_run_to_its_version() returns trigger language plpgsql as $$
begin
  if not exists (select from work_items i where i.bureau_id = new.bureau_id and i.id = new.item_id and i.template_version_id = new.version_id) then
    raise exception 'a report by another version than its run''s' using errcode = 'restrict_violation', constraint = 'run_reports_of_their_version';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger run_reports_of_their_version before insert on run_reports for each row execute function hold_run_to_its_version();
--> statement-breakpoint
-- An answer is of the run that its report is of.
alter table run_reports add constraint run_reports_run_unique unique (bureau_id, id, item_id);
--> statement-breakpoint
alter table run_answers add constraint run_answers_of_their_run foreign key (bureau_id, report_id, run_id) references run_reports (bureau_id, id, item_id);
--> statement-breakpoint
create or replace function keep_work_in_step() returns trigger language plpgsql as $$
begin
  if (new.state, new.state_since, new.round, new.card, new.suspended_since, new.grid_id, new.duty, new.member_id, new.unit_id, new.level, new.station_id,
      new.urgency, new.outcome, new.closed_at, new.submitted_by, new.feedback_id, new.missed_at)
     is distinct from (old.state, old.state_since, old.round, old.card, old.suspended_since, old.grid_id, old.duty, old.member_id, old.unit_id, old.level,
      old.station_id, old.urgency, old.outcome, old.closed_at, old.submitted_by, old.feedback_id, old.missed_at)
     and new.last_sequence <= old.last_sequence then
    raise exception 'a step of work without its event' using errcode = 'restrict_violation', constraint = 'work_items_in_step';
  end if;
  if (new.number, new.kind, new.order_kind, new.parent_id, new.batch_id, new.created_at) is distinct from
     (old.number, old.kind, old.order_kind, old.parent_id, old.batch_id, old.created_at)
     or (new.template_id, new.template_version_id, new.occurrence_on, new.seat_duty, new.window_ends_on) is distinct from
     (old.template_id, old.template_version_id, old.occurrence_on, old.seat_duty, old.window_ends_on)
     or new.kind = 'RUN' and new.grid_id <> old.grid_id then
    raise exception 'what work is does not change' using errcode = 'restrict_violation', constraint = 'work_items_identity';
  end if;
  if old.missed_at is not null and new.missed_at is distinct from old.missed_at then
    raise exception 'what was missed stays missed' using errcode = 'restrict_violation', constraint = 'work_items_missed_stays';
  end if;
  return new;
end $$;
