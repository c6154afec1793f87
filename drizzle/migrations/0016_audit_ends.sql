-- The end of a bureau's chain is there from the bureau's first moment, so that a log without one is seen to have lost it.
alter table bureaus no force row level security;
--> statement-breakpoint
alter table audit_heads no force row level security;
--> statement-breakpoint
insert into audit_heads (bureau_id, sequence, hash)
  select b.bureau_id, 0, sha256(b.bureau_id::text::bytea) from bureaus b on conflict (bureau_id) do nothing;
--> statement-breakpoint
alter table audit_heads force row level security;
--> statement-breakpoint
alter table bureaus force row level security;
--> statement-breakpoint
create function begin_audit_chain() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_heads (bureau_id, sequence, hash) values (new.bureau_id, 0, sha256(new.bureau_id::text::bytea))
    on conflict (bureau_id) do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger bureaus_audit_chain after insert on bureaus for each row execute function begin_audit_chain();
--> statement-breakpoint
-- Where the end is gone the bureau's work goes on, from a hash that no row has: the break stays to be found for good.
create or replace function chain_audit_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record;
  last record;
begin
  select h.sequence, h.hash into head from audit_heads h where h.bureau_id = new.bureau_id for update;
  if not found then
    insert into audit_heads (bureau_id, sequence, hash)
      select new.bureau_id, coalesce(max(e.sequence), 0), sha256('the end of the chain was gone')
      from audit_entries e where e.bureau_id = new.bureau_id
      on conflict (bureau_id) do nothing;
    select h.sequence, h.hash into head from audit_heads h where h.bureau_id = new.bureau_id for update;
  end if;
  select e.sequence, e.hash into last from audit_entries e
    where e.bureau_id = new.bureau_id and e.sequence > head.sequence order by e.sequence desc limit 1;
  new.sequence := coalesce(last.sequence, head.sequence) + 1;
  new.previous_hash := coalesce(last.hash, head.hash);
  new.hash := sha256(new.previous_hash || audit_content(new));
  return new;
end $$;
--> statement-breakpoint
create function keep_audit_end() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.bureau_id <> old.bureau_id or new.sequence <= old.sequence then
    raise exception 'the end of an audit chain only moves on' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_heads_move_on before update on audit_heads for each row execute function keep_audit_end();
--> statement-breakpoint
create trigger audit_heads_never_deleted before delete on audit_heads for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_heads_never_emptied before truncate on audit_heads for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_entries_never_emptied before truncate on audit_entries for each statement execute function refuse_change();
--> statement-breakpoint
-- A portion of the chain: up to `most` rows after the one numbered `checked_to`, whose hash was `checked_hash` (of the first portion, 0 and
-- null). The last one is compared with the chain's end as the same statement sees it.
create function audit_chain_portion(
  bureau uuid, checked_to bigint, checked_hash bytea, most int,
  out checked int, out last_sequence bigint, out last_hash bytea, out is_last boolean, out broken_at bigint,
  out head_sequence bigint, out head_hash bytea
) language sql stable set search_path = public, pg_temp as $$
  with portion as (
    select e as entry from audit_entries e where e.bureau_id = bureau and e.sequence > checked_to order by e.sequence limit most
  ), chain as (
    select (entry).sequence, (entry).hash,
      (entry).sequence <> checked_to + row_number() over in_order
        or (entry).previous_hash <> coalesce(lag((entry).hash) over in_order, checked_hash, sha256(bureau::text::bytea))
        or (entry).hash <> sha256((entry).previous_hash || audit_content(entry)) as is_broken
    from portion window in_order as (order by (entry).sequence)
  ), seen as materialized (
    select count(*)::int as checked, max(sequence) as last_sequence, min(sequence) filter (where is_broken) as broken_at,
      (array_agg(hash order by sequence desc))[1] as last_hash
    from chain
  ), told as (
    select seen.checked, coalesce(seen.last_sequence, checked_to) as last_sequence,
      coalesce(seen.last_hash, checked_hash, sha256(bureau::text::bytea)) as last_hash, seen.checked < most as is_last, seen.broken_at
    from seen
  )
  select t.checked, t.last_sequence, t.last_hash, t.is_last,
    coalesce(t.broken_at, case
      when not t.is_last then null
      when h.bureau_id is null then 1
      when h.sequence < t.last_sequence then h.sequence + 1
      when h.sequence > t.last_sequence then t.last_sequence + 1
      when h.hash <> t.last_hash then t.last_sequence
    end),
    h.sequence, h.hash
  from told t left join audit_heads h on h.bureau_id = bureau
$$;
--> statement-breakpoint
create or replace function audit_chain_break(bureau uuid) returns bigint language plpgsql stable set search_path = public, pg_temp as $$
declare portion record;
begin
  select 0::bigint as last_sequence, null::bytea as last_hash into portion;
  loop
    select * into portion from audit_chain_portion(bureau, portion.last_sequence, portion.last_hash, 10000);
    if portion.is_last or portion.broken_at is not null then return portion.broken_at; end if;
  end loop;
end $$;
--> statement-breakpoint
-- The owner sees the ends of all chains and whose they are, so that one function may tell them to be kept elsewhere.
create policy ends_are_kept on audit_heads for select to current_user using (true);
--> statement-breakpoint
create policy bureaus_whose_ends_are_kept on bureaus for select to current_user using (true);
--> statement-breakpoint
create function audit_heads_to_keep() returns table (bureau_id uuid, code text, sequence bigint, hash bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select b.bureau_id, b.code, coalesce(h.sequence, 0), coalesce(h.hash, ''::bytea)
  from bureaus b left join audit_heads h on h.bureau_id = b.bureau_id order by b.code
$$;
--> statement-breakpoint
revoke execute on function audit_heads_to_keep() from public;
