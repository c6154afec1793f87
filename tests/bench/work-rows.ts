/**
 * What the ledger of a bureau is filled from, whoever made the bureau: its open grids, who holds their seats, and a number for
 * each item. Every figure follows from the item's number, so that the same bureau gets the same rows.
 */
export const groundViews = `
  create or replace function pg_temp.row_id(kind int, n bigint, tail text) returns uuid language sql immutable as $$
    select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || tail)::uuid $$;

  -- Open grids by their number in the bureau, with whoever holds two of their seats.
  create temp table work_grids on commit drop as
    select b.bureau_id, b.code, right(replace(b.bureau_id::text, '-', ''), 15) as tail, row_number() over by_code - 1 as n, count(*) over (partition by b.bureau_id) as grids,
      g.id as grid_id, f.station_id, f.level, root.id as root_id, admin.id as admin_id, officer.member_id as officer_id, mediator.member_id as mediator_id
    from bureaus b join asked_bureaus using (code)
    join grids g on g.bureau_id = b.bureau_id and g.closed_on is null and g.opened_on <= current_date
    join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.ends_on is null
    join units root on root.bureau_id = b.bureau_id and root.kind = 'BUREAU'
    join accounts admin on admin.bureau_id = b.bureau_id and admin.name = 'admin'
    cross join lateral (select (select a.member_id from assignments a where a.bureau_id = b.bureau_id and a.grid_id = g.id and a.duty = 'RESPONSIBLE_OFFICER'
      and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) order by a.starts_at limit 1) as member_id) officer
    cross join lateral (select (select a.member_id from assignments a where a.bureau_id = b.bureau_id and a.grid_id = g.id and a.duty = 'MEDIATOR'
      and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now()) order by a.starts_at limit 1) as member_id) mediator
    window by_code as (partition by b.bureau_id order by g.code);
  create index on work_grids (bureau_id, n);
  analyze work_grids;

  create temp table work_bureaus on commit drop as
    select bureau_id, code, tail, grids, root_id, admin_id, work_shape.items,
      (select officer_id from work_grids o where o.bureau_id = g.bureau_id and o.officer_id is not null order by o.n limit 1) as receiver_id
    from work_grids g cross join work_shape where n = 0;`;

export const workViews = `
  -- The newest are open, four for each grid however long the history is. Two follow one another about a matter.
  create temp view every_item as
    select w.bureau_id, w.code, w.tail, w.admin_id, w.root_id, w.items, i, i / 2 as k, g.grid_id, g.station_id, g.level, g.officer_id, g.mediator_id, w.receiver_id,
      is_open, kind, order_kind, is_seat, duty, answerer, at, due_at,
      case when not is_open then case i % 20 when 13 then 'CANCELLED' else 'CLOSED' end when kind <> 'ORDER' then 'ACCEPTED'
        else (array['ISSUED', 'ACCEPTED', 'SUBMITTED', 'ISSUED', 'ACCEPTED', 'RETURNED', 'SUBMITTED', 'DECLINED'])[1 + i / 10 % 8] end as state
    from work_bureaus w cross join lateral generate_series(0, w.items - 1) i
    join work_grids g on g.bureau_id = w.bureau_id and g.n = i / 2 % w.grids
    cross join lateral (select i >= w.items - 4 * w.grids as is_open,
      case i % 10 when 7 then 'RECEIPT' when 9 then 'TASK' else 'ORDER' end as kind,
      case when i % 10 in (7, 9) then null when i % 10 in (5, 6) then 'INCIDENT' when i % 10 = 8 then 'CASE' else 'COMMUNITY' end as order_kind,
      i % 10 not in (7, 8) as is_seat,
      case when i % 10 in (7, 8) then null when i % 10 in (1, 3) then 'MEDIATOR' else 'RESPONSIBLE_OFFICER' end as duty) a
    cross join lateral (select case when i % 10 = 8 then null when i % 10 in (1, 3) then g.mediator_id else g.officer_id end as answerer,
      now() - (w.items - i) * (interval '730 days' / w.items) as at) b
    cross join lateral (select case when is_open then now() - interval '4 days' + abs(hashint8(i)::bigint) % 14400 * interval '1 minute' else at + interval '4 hours' end as due_at) c;`;

const rules = [
  ["ORDER", "INCIDENT", 30, 240],
  ["ORDER", "CASE", 60, 1440],
  ["ORDER", "COMMUNITY", 60, 2880],
  ["ORDER", "SUPERVISION", 60, 1440],
  ["ORDER", "LINKAGE", 60, 4320],
  ["TASK", null, null, 10_080],
  ["RECEIPT", null, null, 60],
].map(([kind, of, accept, feedback]) => `('${kind}', ${of ? `'${of}'` : "null"}, ${accept}::int, ${feedback}::int)`);

const titles =
  "(array['车辆堵住小区大门', '楼上漏水引起争吵', '门口堆放杂物', '走失老人求助', '土地边界纠纷', '夜间噪音扰民', '犬只未拴绳'])[1 + n % 7]";

/** In the order of their references. No moment to tick at, so that no clock strikes while something is measured. */
export const workInsertions: readonly string[] = [
  `update deadline_rules d set unit = 'MINUTES', accept_within = 60, feedback_within = 2880, close_within = 5760 from work_bureaus w
    where d.bureau_id = w.bureau_id and d.order_kind = 'COMMUNITY' and d.ends_at is null`,
  `insert into deadline_rules (bureau_id, id, kind, order_kind, urgency, revision, unit, accept_within, feedback_within, close_within, warn_at_percent,
      urges_when_due_soon, tells_at_any_hour, starts_at)
    select bureau_id, pg_temp.row_id(201, row_number() over (partition by bureau_id), tail), kind, of, urgency, 1, 'MINUTES', accept, feedback, feedback * 2, 25,
      false, false, now() - interval '800 days'
    from work_bureaus w, (values ${rules.join()}) r (kind, of, accept, feedback), unnest(array['ORDINARY', 'URGENT', 'CRITICAL']) urgency
    where not exists (select from deadline_rules d where d.bureau_id = w.bureau_id and d.kind = r.kind and d.order_kind is not distinct from r.of and d.urgency = urgency.urgency)`,
  `insert into matter_categories (bureau_id, id, kind, code, revision, name, name_initials, position, starts_at)
    select bureau_id, pg_temp.row_id(202, 1, tail), 'DISPUTE', 'BENCH', 1, '邻里纠纷', 'lljf', 900, now() - interval '800 days' from work_bureaus`,
  `insert into matters (bureau_id, id, number, kind, category_id, source, urgency, title, grid_id, station_id, address, happened_at, registered_at, registered_by,
      first_receiver_id, items, outcome, outcome_note, ended_at, created_at)
    select bureau_id, pg_temp.row_id(203, n, tail), code || '-' || extract(year from at) || '-' || 500001 + n, 'DISPUTE', pg_temp.row_id(202, 1, tail), 'EMERGENCY_110', 'ORDINARY',
      ${titles}, grid_id, station_id, '3 号楼前', at - interval '10 minutes', at, admin_id, coalesce(officer_id, receiver_id), items,
      case when not is_open then 'SETTLED' end, case when not is_open then '双方和解' end, case when not is_open then at + interval '5 hours' end, at
    from (select k as n, bureau_id, tail, code, min(at) as at, grid_id, station_id, admin_id, officer_id, receiver_id, count(*) as items, bool_or(is_open) as is_open
      from every_item where kind <> 'TASK' group by k, bureau_id, tail, code, grid_id, station_id, admin_id, officer_id, receiver_id) m order by bureau_id, n`,
  `insert into work_items (bureau_id, id, number, kind, order_kind, matter_id, station_id, grid_id, duty, member_id, unit_id, level, issuer_unit_id, issued_by, urgency, title,
      opens_at, state, state_since, next_due_at, warn_at, due_on, closed_at, closed_on, outcome, submitted_by, last_sequence, last_event_at, last_event_id, created_at)
    select bureau_id, pg_temp.row_id(204, i, tail), case when kind = 'TASK' then code || '-T' || 500001 + i else code || '-' || extract(year from at) || '-' || 500001 + k || '-' || 1 + i % 2 end,
      kind, order_kind, case when kind <> 'TASK' then pg_temp.row_id(203, k, tail) end, station_id, case when is_seat then grid_id end, duty,
      case when kind = 'RECEIPT' then coalesce(officer_id, receiver_id) end, case when order_kind = 'CASE' then station_id end, case when is_seat then level else 3 end, root_id, admin_id,
      'ORDINARY', ${titles.replace("n %", "k %")}, at, state, last_at, case when is_open then due_at end,
      case when is_open then due_at - interval '6 hours' end, case when is_open then (due_at at time zone 'Asia/Shanghai')::date end,
      case when state = 'CLOSED' then last_at end, case when state = 'CLOSED' then (last_at at time zone 'Asia/Shanghai')::date end, case when state = 'CLOSED' then 'ACCEPTED' end,
      case when state in ('CLOSED', 'SUBMITTED') then answerer end, sequence, last_at, pg_temp.row_id(205, i * 2 + sequence - 1, tail), at
    from every_item cross join lateral (select case state when 'ISSUED' then 1 else 2 end as sequence, case state when 'ISSUED' then at else at + interval '25 minutes' end as last_at) l
    order by bureau_id, i`,
  // Of each item how it was issued, and its last step.
  `insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, actor_member_id, cause, source, answered_by_id,
      grid_id, duty, member_id, unit_id, level)
    select bureau_id, pg_temp.row_id(205, i * 2 + sequence - 1, tail), pg_temp.row_id(204, i, tail), sequence, case sequence when 1 then at else at + interval '25 minutes' end,
      case sequence when 1 then 'ISSUE' else case state when 'CLOSED' then 'CLOSE' when 'CANCELLED' then 'CANCEL' when 'ACCEPTED' then 'ACCEPT' when 'SUBMITTED' then 'SUBMIT'
        when 'RETURNED' then 'RETURN' else 'DECLINE' end end,
      case sequence when 1 then null else 'ISSUED' end, case sequence when 1 then 'ISSUED' else state end, 1, admin_id, 'admin', case when sequence = 2 then answerer end, 'PERSON',
      'DESK', answerer, case when is_seat then grid_id end, duty, case when kind = 'RECEIPT' then coalesce(officer_id, receiver_id) end, case when order_kind = 'CASE' then station_id end,
      case when is_seat then level else 3 end
    from every_item, generate_series(1, case state when 'ISSUED' then 1 else 2 end) sequence order by bureau_id, i, sequence`,
  `insert into work_clocks (bureau_id, id, item_id, clock, round, unit, started_at, started_sequence, budget, due_at, warn_at, satisfied_at, void_at)
    select bureau_id, pg_temp.row_id(206, i * 2 + position, tail), pg_temp.row_id(204, i, tail), (array['FEEDBACK', 'CLOSE'])[1 + position], 1, 'MINUTES', at, 1,
      greatest(0, extract(epoch from due_at - at) / 60)::int, due_at + position * interval '1 day', due_at + position * interval '1 day' - interval '6 hours',
      case when state = 'CLOSED' then at + interval '25 minutes' end, case when state = 'CANCELLED' then at + interval '25 minutes' end
    from every_item, generate_series(0, 1) position order by bureau_id, i, position`,
];

export const workTables = [
  "deadline_rules",
  "matter_categories",
  "matters",
  "work_items",
  "work_events",
  "work_clocks",
];
