-- What drizzle's table definitions cannot say: extensions, exclusion constraints, row-level security, the audit chain,
-- and triggers that keep history.
create extension if not exists btree_gist;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
alter table assignments
  add constraint assignments_one_responsible_officer
    exclude using gist (bureau_id with =, grid_id with =, tstzrange(starts_at, ends_at) with &&)
    where (duty = 'RESPONSIBLE_OFFICER'),
  add constraint assignments_once_on_a_seat
    exclude using gist (bureau_id with =, grid_id with =, duty with =, member_id with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
alter table staffing_standards add constraint staffing_standards_one_in_force
  exclude using gist (bureau_id with =, grid_kind with =, complexity with =, duty with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
alter table absences add constraint absences_one_at_a_time
  exclude using gist (bureau_id with =, member_id with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
alter table role_grants add constraint role_grants_administrator_is_no_auditor
  exclude using gist (bureau_id with =, account_id with =, (case role when 'AUDITOR' then 1 else 0 end) with <>)
  where (role in ('BUREAU_ADMINISTRATOR', 'AUDITOR'));
--> statement-breakpoint
create function maple_bureau() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('maple.bureau_id', true), '')::uuid $$;
--> statement-breakpoint
create procedure maple_guard(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy own_bureau on %s using (bureau_id = (select nullif(current_setting(''maple.bureau_id'', true), '''')::uuid))', guarded);
end $$;
--> statement-breakpoint
do $$
declare guarded regclass;
begin
  for guarded in select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'bureau_id' order by c.relname
  loop
    call maple_guard(guarded);
  end loop;
end $$;
--> statement-breakpoint
-- Before anyone is signed in, the code after the @ of a sign-in name shows its one bureau and nothing else.
create policy bureau_named_at_sign_in on bureaus for select
  using (code = (select nullif(current_setting('maple.sign_in_code', true), '')));
--> statement-breakpoint
create function audit_content(entry audit_entries) returns bytea language sql immutable as $$
  select convert_to(jsonb_build_array(
    entry.bureau_id, entry.sequence, entry.id, extract(epoch from entry.at), entry.account_id, entry.actor_name, entry.action,
    entry.entity_type, entry.entity_id, entry.before, entry.after, entry.reason, entry.request_id)::text, 'UTF8')
$$;
--> statement-breakpoint
create function chain_audit_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_heads;
begin
  insert into audit_heads (bureau_id, sequence, hash) values (new.bureau_id, 0, sha256(new.bureau_id::text::bytea))
    on conflict (bureau_id) do nothing;
  select * into head from audit_heads where bureau_id = new.bureau_id for update;
  new.sequence := head.sequence + 1;
  new.previous_hash := head.hash;
  new.hash := sha256(head.hash || audit_content(new));
  update audit_heads set sequence = new.sequence, hash = new.hash where bureau_id = new.bureau_id;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_entries_chain before insert on audit_entries for each row execute function chain_audit_entry();
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever appended to', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries for each row execute function refuse_change();
--> statement-breakpoint
create trigger assignments_never_deleted before delete on assignments for each row execute function refuse_change();
--> statement-breakpoint
create trigger staffing_standards_never_deleted before delete on staffing_standards for each row execute function refuse_change();
--> statement-breakpoint
-- The first row whose number, link or hash is not what the rows before it make of it; null where the chain holds.
create function audit_chain_break(bureau uuid) returns bigint language sql stable as $$
  with chain as (
    select e.sequence, e.hash, e.previous_hash,
           row_number() over w as expected,
           coalesce(lag(e.hash) over w, sha256(e.bureau_id::text::bytea)) as before_it,
           sha256(e.previous_hash || audit_content(e)) as computed
    from audit_entries e where e.bureau_id = bureau
    window w as (order by e.sequence)
  ), head as (select h.sequence, h.hash from audit_heads h where h.bureau_id = bureau)
  select min(broken) from (
    select sequence as broken from chain where sequence <> expected or previous_hash <> before_it or hash <> computed
    union all
    select head.sequence from head where not exists (select 1 from chain where chain.sequence = head.sequence and chain.hash = head.hash)
  ) found
$$;
--> statement-breakpoint
create function keep_assignment_history() returns trigger language plpgsql as $$
begin
  if (new.bureau_id, new.id, new.grid_id, new.member_id, new.duty, new.starts_at, new.created_at)
     is distinct from (old.bureau_id, old.id, old.grid_id, old.member_id, old.duty, old.starts_at, old.created_at)
     or (old.ends_at is distinct from new.ends_at and old.ends_at <= now()) then
    raise exception 'an assignment''s history is never overwritten' using errcode = 'restrict_violation', constraint = 'assignments_history';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger assignments_history before update on assignments for each row execute function keep_assignment_history();
--> statement-breakpoint
create function announce_identity() returns trigger language plpgsql as $$
begin
  perform pg_notify('maple_identity', coalesce(new.bureau_id, old.bureau_id)::text);
  return null;
end $$;
--> statement-breakpoint
create trigger role_grants_identity after insert or update or delete on role_grants for each row execute function announce_identity();
--> statement-breakpoint
create trigger accounts_identity after update of disabled_at, must_change_password, member_id, name, display_name on accounts for each row execute function announce_identity();
--> statement-breakpoint
create trigger sessions_identity after update of ended_at on sessions for each row execute function announce_identity();
--> statement-breakpoint
create trigger api_tokens_identity after update of revoked_at on api_tokens for each row execute function announce_identity();
--> statement-breakpoint
create trigger units_identity after insert or update of parent_id on units for each row execute function announce_identity();
--> statement-breakpoint
create trigger bureaus_identity after update of session_idle_minutes, session_hours on bureaus for each row execute function announce_identity();
