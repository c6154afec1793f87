-- What drizzle's table definitions cannot say of the three lists: row-level security, one scheme in force, that what was signed stays as it
-- was, and that weeks are reviewed revision by revision.
do $$
declare guarded text;
begin
  foreach guarded in array array['list_schemes', 'week_reviews', 'review_lines', 'review_comments', 'review_looks']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before delete on %I for each row execute function refuse_change()', guarded || '_never_deleted', guarded);
  end loop;
end $$;
--> statement-breakpoint
create trigger review_lines_append_only before update on review_lines for each row execute function refuse_change();
--> statement-breakpoint
create trigger review_comments_append_only before update on review_comments for each row execute function refuse_change();
--> statement-breakpoint
alter table list_schemes add constraint list_schemes_one_in_force
  exclude using gist ((md5(bureau_id::text || coalesce(station_id::text, ''))::uuid) with =, tstzrange(starts_at, ends_at) with &&);
--> statement-breakpoint
create function keep_list_scheme() returns trigger language plpgsql as $$
begin
  if old.ends_at is not null or (to_jsonb(new) - '{ends_at,version}'::text[]) <> (to_jsonb(old) - '{ends_at,version}'::text[]) then
    raise exception 'a revision of a list scheme ends, and does not change' using errcode = 'restrict_violation', constraint = 'list_schemes_history';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger list_schemes_history before update on list_schemes for each row execute function keep_list_scheme();
--> statement-breakpoint
-- A week is signed once in a revision, and the next one follows only a signed one.
create function keep_signed_week() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.signed_at is not null then
      raise exception 'a signed week never changes' using errcode = 'restrict_violation', constraint = 'week_reviews_signed_stays';
    end if;
    if (new.bureau_id, new.id, new.station_id, new.member_id, new.week_start, new.revision, new.reopened_reason, new.reopened_by, new.created_at)
      is distinct from (old.bureau_id, old.id, old.station_id, old.member_id, old.week_start, old.revision, old.reopened_reason, old.reopened_by, old.created_at) then
      raise exception 'a review stays the week''s that it is of' using errcode = 'restrict_violation', constraint = 'week_reviews_identity';
    end if;
  elsif new.revision > 1 and not exists (
    select from week_reviews r where r.bureau_id = new.bureau_id and r.station_id = new.station_id and r.member_id = new.member_id
      and r.week_start = new.week_start and r.revision = new.revision - 1 and r.signed_at is not null) then
    raise exception 'a revision without a signed one before it' using errcode = 'restrict_violation', constraint = 'week_reviews_follow';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger week_reviews_kept before insert or update on week_reviews for each row execute function keep_signed_week();
--> statement-breakpoint
-- Nothing is decided of a week any more once it is signed.
create function hold_signed_lines() returns trigger language plpgsql as $$
begin
  if exists (select from week_reviews r where r.bureau_id = new.bureau_id and r.id = new.review_id and r.signed_at is not null) then
    raise exception 'a signed week never changes' using errcode = 'restrict_violation', constraint = 'review_lines_of_open_weeks';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger review_lines_of_open_weeks before insert on review_lines for each row execute function hold_signed_lines();
