/** One run a week of a seat over two years, 104 in all; of as many seats, spread over the bureau's grids, as the runs asked for come to. */
export const runViews = `
  create temp view every_run as
    select w.bureau_id, w.code, w.tail, w.admin_id, w.root_id, r, g.grid_id, g.station_id, g.level, g.officer_id, on_day, on_day + 4 as last_day,
      on_day::timestamp at time zone 'Asia/Shanghai' as opens_at, (on_day + 5)::timestamp at time zone 'Asia/Shanghai' as due_at,
      case when weeks_ago = 0 then 'ACCEPTED' when weeks_ago = 1 and r % 3 = 0 then 'SUBMITTED' when r % 20 = 7 then 'MISSED' else 'CLOSED' end as state
    from work_bureaus w cross join work_shape cross join lateral generate_series(0, work_shape.runs - 1) r
    cross join lateral (select r % 104 as weeks_ago, date_trunc('week', now() at time zone 'Asia/Shanghai')::date - 7 * (r % 104) as on_day) d
    join work_grids g on g.bureau_id = w.bureau_id and g.n = (r / 104) * greatest(1, w.grids / ceil(work_shape.runs / 104.0)::int) % w.grids;`;

const lastAt =
  "case state when 'MISSED' then due_at when 'ACCEPTED' then opens_at else opens_at + interval '34 hours' end";

/** In the order of their references. No moment to tick at, so that no clock strikes while something is measured. */
export const runInsertions: readonly string[] = [
  `insert into checklist_templates (bureau_id, id, code, name, name_initials, made_through)
    select bureau_id, pg_temp.row_id(210, 1, tail), 'BENCH', '每周走访', 'mzzf', current_date + 1 from work_bureaus`,
  `insert into checklist_versions (bureau_id, id, template_id, number, state, starts_on, recurrence, on_closed_day, window_days, grace_days, late_days, burden_minutes, is_reviewed,
      made_from, published_at, published_by)
    select bureau_id, pg_temp.row_id(211, 1, tail), pg_temp.row_id(210, 1, tail), 1, 'PUBLISHED', current_date - 740, 'FREQ=WEEKLY;BYDAY=MO', 'KEEP', 5, 0, 7, 60, true,
      current_date - 740, now() - interval '740 days', 'admin' from work_bureaus`,
  `insert into work_items (bureau_id, id, number, kind, template_id, template_version_id, occurrence_on, seat_duty, window_ends_on, grace_days, late_days, station_id, grid_id, duty, level,
      issuer_unit_id, urgency, title, burden_minutes, opens_at, state, state_since, next_due_at, warn_at, due_on, missed_at, is_late, closed_at, closed_on, outcome, submitted_by,
      last_sequence, last_event_at, last_event_id, created_at)
    select bureau_id, pg_temp.row_id(212, r, tail), 'BENCH-' || to_char(on_day, 'YYYYMMDD') || '-' || 1 + r / 104, 'RUN', pg_temp.row_id(210, 1, tail), pg_temp.row_id(211, 1, tail), on_day,
      'RESPONSIBLE_OFFICER', last_day, 0, 7, station_id, grid_id, 'RESPONSIBLE_OFFICER', level, root_id, 'ORDINARY', '每周走访', 60, opens_at, state, last_at,
      case when state = 'ACCEPTED' then due_at end, case when state = 'ACCEPTED' then due_at - interval '1 day' end, last_day, case when state = 'MISSED' then due_at end, state = 'MISSED',
      case when state = 'CLOSED' then last_at end, case when state = 'CLOSED' then (last_at at time zone 'Asia/Shanghai')::date end, case when state = 'CLOSED' then 'ACCEPTED' end,
      case when state in ('CLOSED', 'SUBMITTED') then officer_id end, case state when 'ACCEPTED' then 1 else 2 end, last_at,
      pg_temp.row_id(213, r * 2 + case state when 'ACCEPTED' then 0 else 1 end, tail), opens_at
    from every_run cross join lateral (select ${lastAt} as last_at) l order by bureau_id, r`,
  `insert into work_events (bureau_id, id, item_id, sequence, at, action, from_state, to_state, round, account_id, actor_name, actor_member_id, cause, source, answered_by_id, grid_id, duty, level)
    select bureau_id, pg_temp.row_id(213, r * 2 + sequence - 1, tail), pg_temp.row_id(212, r, tail), sequence, case sequence when 1 then opens_at else ${lastAt} end,
      case sequence when 1 then 'ISSUE' else case state when 'MISSED' then 'MISS' when 'SUBMITTED' then 'SUBMIT' else 'CLOSE' end end,
      case sequence when 2 then 'ACCEPTED' end, case sequence when 1 then 'ACCEPTED' else state end, 1, null, 'clock', null, 'JOB', 'API', officer_id, grid_id, 'RESPONSIBLE_OFFICER', level
    from every_run, generate_series(1, case state when 'ACCEPTED' then 1 else 2 end) sequence order by bureau_id, r, sequence`,
  `insert into work_clocks (bureau_id, id, item_id, clock, round, unit, started_at, started_sequence, budget, due_at, warn_at, satisfied_at, breached_at)
    select bureau_id, pg_temp.row_id(214, r, tail), pg_temp.row_id(212, r, tail), 'FEEDBACK', 1, 'MINUTES', opens_at, 1, 7200, due_at, due_at - interval '1 day',
      case when state in ('CLOSED', 'SUBMITTED') then ${lastAt} end, case when state = 'MISSED' then due_at end
    from every_run order by bureau_id, r`,
];

export const runTables = ["checklist_templates", "checklist_versions", "work_items", "work_events", "work_clocks"];
