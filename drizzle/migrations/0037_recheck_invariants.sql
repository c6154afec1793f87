-- What drizzle's table definitions cannot say of re-checks: row-level security, that draws and results are only ever appended, that nobody
-- checks what they did or accepted, and that a result follows the one before it.
do $$
declare guarded text;
begin
  foreach guarded in array array['recheck_quotas', 'recheck_draws', 'rechecks', 'recheck_results']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', guarded || '_never_deleted', guarded);
  end loop;
end $$;
--> statement-breakpoint
create trigger recheck_draws_append_only before update on recheck_draws for each row execute function refuse_change();
--> statement-breakpoint
create trigger recheck_results_append_only before update on recheck_results for each row execute function refuse_change();
--> statement-breakpoint
-- Only who checks may change, by going on in the order drawn, and only while nothing was found.
create function keep_recheck() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - '{checker_id,turn,version}'::text[]) <> (to_jsonb(old) - '{checker_id,turn,version}'::text[]) or new.turn <= old.turn then
      raise exception 'what was drawn stays drawn' using errcode = 'restrict_violation', constraint = 'rechecks_drawn';
    end if;
    if exists (select from recheck_results r where r.bureau_id = new.bureau_id and r.recheck_id = new.id) then
      raise exception 'it has been checked' using errcode = 'restrict_violation', constraint = 'rechecks_unchecked';
    end if;
  end if;
  if exists (select from work_events e where e.bureau_id = new.bureau_id and e.item_id = new.item_id
    and e.action in ('SUBMIT', 'FILL_LATE', 'SUPPLEMENT', 'CLOSE', 'FOLLOW_UP', 'RETURN') and new.checker_id in (e.actor_member_id, e.on_behalf_of_id)) then
    raise exception 'nobody checks what they did or accepted' using errcode = 'restrict_violation', constraint = 'rechecks_of_others_work';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger rechecks_kept before insert or update on rechecks for each row execute function keep_recheck();
--> statement-breakpoint
create function follow_recheck_result() returns trigger language plpgsql as $$
begin
  if new.revision > 1 and not exists (
    select from recheck_results r where r.bureau_id = new.bureau_id and r.recheck_id = new.recheck_id and r.revision = new.revision - 1) then
    raise exception 'a correction without a result before it' using errcode = 'restrict_violation', constraint = 'recheck_results_follow';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger recheck_results_follow before insert on recheck_results for each row execute function follow_recheck_result();
