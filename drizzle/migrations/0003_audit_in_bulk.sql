-- Many audit rows in one transaction: the head is written once per statement, not once per row, whose dead versions each
-- next row would have to walk past. Where a tail was deleted the head is ahead of the rows, and the gap stays to be found.
create or replace function chain_audit_entry() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record;
  last record;
begin
  select h.sequence, h.hash into head from audit_heads h where h.bureau_id = new.bureau_id for update;
  if not found then
    insert into audit_heads (bureau_id, sequence, hash) values (new.bureau_id, 0, sha256(new.bureau_id::text::bytea))
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
create function keep_audit_heads() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update audit_heads h set sequence = e.sequence, hash = e.hash
  from (select distinct on (bureau_id) bureau_id, sequence, hash from added order by bureau_id, sequence desc) e
  where h.bureau_id = e.bureau_id;
  return null;
end $$;
--> statement-breakpoint
create trigger audit_entries_heads after insert on audit_entries referencing new table as added
  for each statement execute function keep_audit_heads();
