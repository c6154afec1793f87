-- Row-level security of what work and matters were, that it is only ever appended, and what the ledger knows of steps taken before this.
do $$
declare guarded text;
begin
  alter table work_items no force row level security;
  alter table work_events no force row level security;
  alter table work_clocks no force row level security;

  insert into work_pasts (bureau_id, item_id, sequence, at, station_id, grid_id, duty, member_id, submitted_by, closed_at, closed_on, outcome)
  select e.bureau_id, e.item_id, e.sequence, e.at, i.station_id, e.grid_before, e.duty_before, e.member_before, handed.member_id,
    done.at, (done.at at time zone 'Asia/Shanghai')::date, done.outcome
  from (
    select w.*, lag(w.grid_id) over steps as grid_before, lag(w.duty) over steps as duty_before, lag(w.member_id) over steps as member_before
    from work_events w window steps as (partition by w.bureau_id, w.item_id order by w.sequence)
  ) e
  join work_items i on i.bureau_id = e.bureau_id and i.id = e.item_id
  left join lateral (
    select s.actor_member_id as member_id from work_events s where s.bureau_id = e.bureau_id and s.item_id = e.item_id and s.sequence < e.sequence
      and s.action in ('SUBMIT', 'FILL_LATE', 'DISPOSE') and e.from_state = 'CLOSED' order by s.sequence desc limit 1) handed on true
  left join lateral (
    select c.at, case c.action when 'FOLLOW_UP' then 'FOLLOWED_UP' else 'ACCEPTED' end as outcome from work_events c
    where c.bureau_id = e.bureau_id and c.item_id = e.item_id and c.sequence < e.sequence and c.to_state = 'CLOSED' and c.from_state <> 'CLOSED'
      and e.from_state = 'CLOSED' order by c.sequence desc limit 1) done on true
  where e.sequence > 1 and ((e.grid_id, e.duty, e.member_id) is distinct from (e.grid_before, e.duty_before, e.member_before)
    or e.from_state = 'CLOSED' and e.to_state <> 'CLOSED');

  insert into work_clock_moves (bureau_id, clock_id, sequence, at, due_before)
  select e.bureau_id, k.id, e.sequence, e.at, e.due_before from work_events e
  join lateral (
    select c.id from work_clocks c where c.bureau_id = e.bureau_id and c.item_id = e.item_id and c.clock = e.clock and c.started_sequence < e.sequence
    order by c.started_sequence desc limit 1) k on true
  where e.due_before is not null;

  alter table work_items force row level security;
  alter table work_events force row level security;
  alter table work_clocks force row level security;
  foreach guarded in array array['work_pasts', 'work_clock_moves', 'matter_pasts']
  loop
    call maple_guard(guarded::regclass);
    execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', guarded || '_append_only', guarded);
  end loop;
end $$;
