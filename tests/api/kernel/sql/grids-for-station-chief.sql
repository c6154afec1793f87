-- light
-- $1 uuid bureau
-- $2 uuid account
-- $3 date now:day
-- $4 uuid[] scope:any
-- $5 int grids: first
-- $6 uuid[] scope:BUREAU_ADMINISTRATOR
-- $7 uuid[] scope:BUREAU_ADMINISTRATOR+STATION_CHIEF
-- $8 timestamptz now
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  with shared0 as materialized (
    select own.member_id
    from accounts own
    where own.bureau_id = $1::uuid and own.id = $2::uuid
  ) select '{"grids":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from ((
        select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
        from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
        where g.bureau_id = $1::uuid
      )) t2
      where t2.station_today_id = any($4::uuid[]) and true
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $5::int)::text||','||
    '"hasPreviousPage":'||'false'||','||
    '"startCursor":'||coalesce((array_agg(E'\x01'||json_build_array('grids CODE text,uuid'::text,(t0.code)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row ) filter (where t0.page_row <= $5::int))[1],'null')||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('grids CODE text,uuid'::text,(t0.code)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $5::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"code":'||to_json(t0.code)::text||
    ',"name":'||to_json(t0.name)::text||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"complexity":'||'"'||(t0.complexity)||'"'||
    ',"level":'||(t0.level)::text||
    ',"households":'||coalesce((t0.households)::text,'null')||
    ',"population":'||coalesce((t0.population)::text,'null')||
    ',"countedYear":'||coalesce((t0.counted_year)::text,'null')||
    ',"openedOn":'||'"'||(to_char(t0.opened_on, 'YYYY-MM-DD'))||'"'||
    ',"closedOn":'||coalesce('"'||(to_char(t0.closed_on, 'YYYY-MM-DD'))||'"','null')||
    ',"version":'||(t0.version)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when t0.station_today_id = any($6::uuid[]) then 'UPDATE_GRID' end,case when t0.station_today_id = any($6::uuid[]) then 'MOVE_GRID' end,case when t0.station_today_id = any($6::uuid[]) and t0.closed_on is null then 'CLOSE_GRID' end,case when t0.station_today_id = any($6::uuid[]) and t0.closed_on is not null then 'REOPEN_GRID' end,case when t0.station_today_id = any($7::uuid[]) then 'ASSIGN_MEMBERS' end]::text[], null))::text||
    ',"station":'||coalesce(case when t3.id is not null then
    '{"id":'||'"'||(t3.id)||'"'||
    ',"name":'||to_json(t3.name)::text||'}' end,'null')||
    ',"policeRoom":'||coalesce(case when t4.id is not null then
    '{"id":'||'"'||(t4.id)||'"'||
    ',"name":'||to_json(t4.name)::text||'}' end,'null')||
    ',"coverage":'||coalesce(case when t5.grid_id is not null then
    '{"required":'||(t5.required)::text||
    ',"filled":'||(t5.filled)::text||
    ',"vacant":'||(t5.vacant)::text||
    ',"longestDaysVacant":'||(t5.longest_days_vacant)::text||
    ',"gridsWithVacancy":'||(t5.grids_with_vacancy)::text||'}' end,'null')||
    ',"seats":'||(
      select '['||coalesce(string_agg(
      '{"duty":'||'"'||(t6.duty)||'"'||
      ',"ordinal":'||(t6.ordinal)::text||
      ',"isRequired":'||(t6.is_required)::text||
      ',"isFilled":'||(t6.is_filled)::text||
      ',"daysVacant":'||coalesce((t6.days_vacant)::text,'null')||
      ',"holder":'||coalesce(case when t7.id is not null then
      '{"id":'||'"'||(t7.id)||'"'||
      ',"name":'||to_json(t7.name)::text||
      ',"badge":'||to_json(t7.badge)::text||
      ',"kind":'||'"'||(t7.kind)||'"'||'}' end,'null')||'}', ',' order by t6.position, t6.ordinal),'')||']'
      from (
        select t.grid_id, t.station_today_id, t.duty, array_position(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'], t.duty) as position, t.ordinal, t.is_required, t.holder_id is not null as is_filled, t.assignment_id, t.holder_id, (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
        ) as absence_id, case when (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
        ) is null then t.holder_id else (
          with recursive chain (member_id, path) as (
            select t.holder_id, array[t.holder_id]
            union all select b.substitute_id, chain.path || b.substitute_id
            from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
            where b.substitute_id is not null and not b.substitute_id = any(chain.path)
          ) select chain.member_id
          from chain join members m on m.bureau_id = $1::uuid and m.id = chain.member_id
          where not ( coalesce(m.left_on <= $3::date, false) or m.id in (
            select l.member_id
            from service_breaks l
            where l.bureau_id = $1::uuid and l.starts_on <= $3::date and (l.ends_on is null or l.ends_on > $3::date)
          )) and m.kind in (
            select h.member_kind
            from duty_holders h
            where h.bureau_id = $1::uuid and h.duty = t.duty
          ) and not exists (
            select
            from absences b
            where b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
          )
        ) end as responsible_id, case when (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
        ) is null then '{}'::uuid[] else (
          with recursive chain (member_id, path) as (
            select t.holder_id, array[t.holder_id]
            union all select b.substitute_id, chain.path || b.substitute_id
            from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $8::timestamptz and (b.ends_at is null or b.ends_at > $8::timestamptz)
            where b.substitute_id is not null and not b.substitute_id = any(chain.path)
          ) select chain.path[2:]
          from chain order by cardinality(chain.path) desc
          limit 1
        ) end as substitute_ids, case when t.holder_id is null then greatest((t.opened_on::timestamp at time zone 'Asia/Shanghai'), case when t.facts_since = '-infinity' then (
          select max(v.starts_at)
          from staffing_standards v
          where v.bureau_id = $1::uuid and v.grid_kind = t.kind and v.complexity = t.complexity and v.duty = t.duty and v.starts_at <= $8::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= t.ordinal and not exists (
            select
            from staffing_standards w
            where w.bureau_id = $1::uuid and w.grid_kind = t.kind and w.complexity = t.complexity and w.duty = t.duty and w.ends_at = v.starts_at and w.starts_at < w.ends_at and w.at_least >= t.ordinal
          )
        ) else (
          with asked as (
            select greatest(v.starts_at, f.starts_on::timestamp at time zone 'Asia/Shanghai') as since, least(v.ends_at, f.ends_on::timestamp at time zone 'Asia/Shanghai') as until
            from grid_facts f join staffing_standards v on v.bureau_id = f.bureau_id and v.grid_kind = f.kind and v.complexity = f.complexity
            where f.bureau_id = $1::uuid and f.grid_id = t.grid_id and v.duty = t.duty and v.at_least >= t.ordinal and v.ends_at is distinct from v.starts_at
          ) select max(a.since)
          from asked a
          where a.since <= $8::timestamptz and (a.until is null or a.since < a.until) and not exists (
            select
            from asked b
            where b.until = a.since and b.since < b.until
          )
        ) end, (
          select max(e.ends_at)
          from assignments e
          where e.bureau_id = $1::uuid and e.grid_id = t.grid_id and e.duty = t.duty and e.ends_at <= $8::timestamptz and e.starts_at < e.ends_at and (t.ordinal = 1 or t.ordinal <= (
            select count(*)
            from assignments o
            where o.bureau_id = $1::uuid and o.grid_id = t.grid_id and o.duty = t.duty and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at)
          ))
        )) end as vacant_since, case when t.holder_id is null then floor(extract(epoch from $8::timestamptz - greatest((t.opened_on::timestamp at time zone 'Asia/Shanghai'), case when t.facts_since = '-infinity' then (
          select max(v.starts_at)
          from staffing_standards v
          where v.bureau_id = $1::uuid and v.grid_kind = t.kind and v.complexity = t.complexity and v.duty = t.duty and v.starts_at <= $8::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= t.ordinal and not exists (
            select
            from staffing_standards w
            where w.bureau_id = $1::uuid and w.grid_kind = t.kind and w.complexity = t.complexity and w.duty = t.duty and w.ends_at = v.starts_at and w.starts_at < w.ends_at and w.at_least >= t.ordinal
          )
        ) else (
          with asked as (
            select greatest(v.starts_at, f.starts_on::timestamp at time zone 'Asia/Shanghai') as since, least(v.ends_at, f.ends_on::timestamp at time zone 'Asia/Shanghai') as until
            from grid_facts f join staffing_standards v on v.bureau_id = f.bureau_id and v.grid_kind = f.kind and v.complexity = f.complexity
            where f.bureau_id = $1::uuid and f.grid_id = t.grid_id and v.duty = t.duty and v.at_least >= t.ordinal and v.ends_at is distinct from v.starts_at
          ) select max(a.since)
          from asked a
          where a.since <= $8::timestamptz and (a.until is null or a.since < a.until) and not exists (
            select
            from asked b
            where b.until = a.since and b.since < b.until
          )
        ) end, (
          select max(e.ends_at)
          from assignments e
          where e.bureau_id = $1::uuid and e.grid_id = t.grid_id and e.duty = t.duty and e.ends_at <= $8::timestamptz and e.starts_at < e.ends_at and (t.ordinal = 1 or t.ordinal <= (
            select count(*)
            from assignments o
            where o.bureau_id = $1::uuid and o.grid_id = t.grid_id and o.duty = t.duty and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at)
          ))
        ))) / 86400)::int end as days_vacant
        from (
          select n.*, n.ordinal <= n.required as is_required, case when n.ordinal <= n.filled then n.held_id end as assignment_id, case when n.ordinal <= n.filled then n.member_id end as holder_id
          from (
            select h.*, generate_series(h.place, case when h.place >= h.filled then greatest(h.filled, h.required) else h.place end) as ordinal
            from (
              select g.id as grid_id, g.station_today_id, g.kind, g.complexity, g.opened_on, g.facts_since, d.duty, coalesce(s.at_least, 0) as required, a.id as held_id, a.member_id, row_number() over came as place, count(a.id) over (partition by g.id, d.duty) as filled
              from (
                select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
                where g.bureau_id = $1::uuid
              ) g cross join unnest(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER']) d (duty)
              left join staffing_standards s on s.bureau_id = $1::uuid and s.grid_kind = g.kind and s.complexity = g.complexity and s.duty = d.duty and s.starts_at <= $8::timestamptz and (s.ends_at is null or s.ends_at > $8::timestamptz)
              left join assignments a on a.bureau_id = $1::uuid and a.grid_id = g.id and a.duty = d.duty and a.starts_at <= $8::timestamptz and (a.ends_at is null or a.ends_at > $8::timestamptz)
              where g.station_id = any($4::uuid[]) and g.opened_on <= $3::date and (g.closed_on is null or g.closed_on > $3::date) and (a.id is not null or s.at_least > 0) window came as (partition by g.id, d.duty order by a.starts_at, a.id)
            ) h
          ) n
        ) t
      ) t6
      left join lateral (
        select *
        from (
          select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_id, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_today_id
          from members m
          where m.bureau_id = $1::uuid
        ) t7
        where (t7.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($4::uuid[])
        ) or t7.id = (
          select viewer.member_id
          from shared0 viewer
        ) or t7.id in (
          select a.member_id
          from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
          where a.bureau_id = $1::uuid and g.station_id = any($4::uuid[]) and (a.ends_at is null or (a.ends_at > $8::timestamptz and a.ends_at > a.starts_at))
        )) and t7.id = t6.holder_id offset 0
      ) t7 on true
      where true and true and t6.grid_id = t0.id
    )||'}', ',' order by t0.page_row) filter (where t0.page_row <= $5::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by t1.code, t1.id) as page_row
      from ((
        select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
        from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
        where g.bureau_id = $1::uuid
      )) t1
      where t1.station_today_id = any($4::uuid[]) and true order by t1.code, t1.id
      limit $5::int + 1
    ) t0
    left join lateral (
      select *
      from units t3
      where t3.bureau_id = $1::uuid and t3.id = any($4::uuid[]) and t3.id = t0.station_id offset 0
    ) t3 on true
    left join lateral (
      select *
      from units t4
      where t4.bureau_id = $1::uuid and t4.id = any($4::uuid[]) and t4.id = t0.police_room_id offset 0
    ) t4 on true
    left join lateral (
      select *
      from (
        select c.grid_id, c.required, c.filled, c.required - c.filled as vacant, c.surplus, c.filled::float8 / nullif(c.required, 0) as rate, c.days_vacant, c.longest_days_vacant, 1 as grids, (c.required > c.filled)::int as grids_with_vacancy
        from (
          select c.grid_id, c.station_id, c.police_room_id, c.is_of_reach, c.is_shown, c.kind, c.required, c.filled, c.surplus, coalesce(v.days_vacant, 0) as days_vacant, coalesce(v.longest_days_vacant, 0) as longest_days_vacant
          from (
            select w.*, w.required_responsible_officer + w.required_auxiliary + w.required_mediator + w.required_security_director + w.required_grid_worker as required, least(w.filled_responsible_officer, w.required_responsible_officer) + least(w.filled_auxiliary, w.required_auxiliary) + least(w.filled_mediator, w.required_mediator) + least(w.filled_security_director, w.required_security_director) + least(w.filled_grid_worker, w.required_grid_worker) as filled, greatest(w.filled_responsible_officer - w.required_responsible_officer, 0) + greatest(w.filled_auxiliary - w.required_auxiliary, 0) + greatest(w.filled_mediator - w.required_mediator, 0) + greatest(w.filled_security_director - w.required_security_director, 0) + greatest(w.filled_grid_worker - w.required_grid_worker, 0) as surplus
            from (
              select g.id as grid_id, g.station_id, g.station_today_id, g.police_room_id, g.kind, g.complexity, g.opened_on, g.facts_since, g.station_id = any($4::uuid[]) as is_of_reach, g.station_id = any($4::uuid[]) as is_shown, coalesce(s.required_responsible_officer, 0) as required_responsible_officer, coalesce(h.filled_responsible_officer, 0) as filled_responsible_officer, coalesce(s.required_auxiliary, 0) as required_auxiliary, coalesce(h.filled_auxiliary, 0) as filled_auxiliary, coalesce(s.required_mediator, 0) as required_mediator, coalesce(h.filled_mediator, 0) as filled_mediator, coalesce(s.required_security_director, 0) as required_security_director, coalesce(h.filled_security_director, 0) as filled_security_director, coalesce(s.required_grid_worker, 0) as required_grid_worker, coalesce(h.filled_grid_worker, 0) as filled_grid_worker
              from (
                select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
                where g.bureau_id = $1::uuid
              ) g
              left join (
                select s.grid_kind, s.complexity, max(s.at_least) filter (where s.duty = 'RESPONSIBLE_OFFICER')::int as required_responsible_officer, max(s.at_least) filter (where s.duty = 'AUXILIARY')::int as required_auxiliary, max(s.at_least) filter (where s.duty = 'MEDIATOR')::int as required_mediator, max(s.at_least) filter (where s.duty = 'SECURITY_DIRECTOR')::int as required_security_director, max(s.at_least) filter (where s.duty = 'GRID_WORKER')::int as required_grid_worker
                from (
                  select s.grid_kind, s.complexity, s.duty, s.at_least
                  from staffing_standards s
                  where s.bureau_id = $1::uuid and s.starts_at <= $8::timestamptz and (s.ends_at is null or s.ends_at > $8::timestamptz) and s.at_least > 0
                ) s
                group by s.grid_kind, s.complexity
              ) s on s.grid_kind = g.kind and s.complexity = g.complexity
              left join (
                select h.grid_id, count(*) filter (where h.duty = 'RESPONSIBLE_OFFICER')::int as filled_responsible_officer, count(*) filter (where h.duty = 'AUXILIARY')::int as filled_auxiliary, count(*) filter (where h.duty = 'MEDIATOR')::int as filled_mediator, count(*) filter (where h.duty = 'SECURITY_DIRECTOR')::int as filled_security_director, count(*) filter (where h.duty = 'GRID_WORKER')::int as filled_grid_worker
                from (
                  select a.id, a.grid_id, a.member_id, a.duty, a.starts_at
                  from assignments a
                  where a.bureau_id = $1::uuid and a.starts_at <= $8::timestamptz and (a.ends_at is null or a.ends_at > $8::timestamptz)
                ) h
                group by h.grid_id
              ) h on h.grid_id = g.id
              where g.station_id = any($4::uuid[]) and g.opened_on <= $3::date and (g.closed_on is null or g.closed_on > $3::date)
            ) w
          ) c
          left join lateral (
            select sum(v.days_vacant)::int as days_vacant, max(v.longest_days_vacant) as longest_days_vacant
            from (
              select w.grid_id, w.station_id, w.station_today_id, w.police_room_id, w.kind, w.complexity, w.opened_on, w.facts_since, w.is_of_reach, w.is_shown, d.duty, d.required, d.filled
              from (
                select w.*, w.required_responsible_officer + w.required_auxiliary + w.required_mediator + w.required_security_director + w.required_grid_worker as required, least(w.filled_responsible_officer, w.required_responsible_officer) + least(w.filled_auxiliary, w.required_auxiliary) + least(w.filled_mediator, w.required_mediator) + least(w.filled_security_director, w.required_security_director) + least(w.filled_grid_worker, w.required_grid_worker) as filled, greatest(w.filled_responsible_officer - w.required_responsible_officer, 0) + greatest(w.filled_auxiliary - w.required_auxiliary, 0) + greatest(w.filled_mediator - w.required_mediator, 0) + greatest(w.filled_security_director - w.required_security_director, 0) + greatest(w.filled_grid_worker - w.required_grid_worker, 0) as surplus
                from (
                  select g.id as grid_id, g.station_id, g.station_today_id, g.police_room_id, g.kind, g.complexity, g.opened_on, g.facts_since, g.station_id = any($4::uuid[]) as is_of_reach, g.station_id = any($4::uuid[]) as is_shown, coalesce(s.required_responsible_officer, 0) as required_responsible_officer, coalesce(h.filled_responsible_officer, 0) as filled_responsible_officer, coalesce(s.required_auxiliary, 0) as required_auxiliary, coalesce(h.filled_auxiliary, 0) as filled_auxiliary, coalesce(s.required_mediator, 0) as required_mediator, coalesce(h.filled_mediator, 0) as filled_mediator, coalesce(s.required_security_director, 0) as required_security_director, coalesce(h.filled_security_director, 0) as filled_security_director, coalesce(s.required_grid_worker, 0) as required_grid_worker, coalesce(h.filled_grid_worker, 0) as filled_grid_worker
                  from (
                    select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                    from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
                    where g.bureau_id = $1::uuid
                  ) g
                  left join (
                    select s.grid_kind, s.complexity, max(s.at_least) filter (where s.duty = 'RESPONSIBLE_OFFICER')::int as required_responsible_officer, max(s.at_least) filter (where s.duty = 'AUXILIARY')::int as required_auxiliary, max(s.at_least) filter (where s.duty = 'MEDIATOR')::int as required_mediator, max(s.at_least) filter (where s.duty = 'SECURITY_DIRECTOR')::int as required_security_director, max(s.at_least) filter (where s.duty = 'GRID_WORKER')::int as required_grid_worker
                    from (
                      select s.grid_kind, s.complexity, s.duty, s.at_least
                      from staffing_standards s
                      where s.bureau_id = $1::uuid and s.starts_at <= $8::timestamptz and (s.ends_at is null or s.ends_at > $8::timestamptz) and s.at_least > 0
                    ) s
                    group by s.grid_kind, s.complexity
                  ) s on s.grid_kind = g.kind and s.complexity = g.complexity
                  left join (
                    select h.grid_id, count(*) filter (where h.duty = 'RESPONSIBLE_OFFICER')::int as filled_responsible_officer, count(*) filter (where h.duty = 'AUXILIARY')::int as filled_auxiliary, count(*) filter (where h.duty = 'MEDIATOR')::int as filled_mediator, count(*) filter (where h.duty = 'SECURITY_DIRECTOR')::int as filled_security_director, count(*) filter (where h.duty = 'GRID_WORKER')::int as filled_grid_worker
                    from (
                      select a.id, a.grid_id, a.member_id, a.duty, a.starts_at
                      from assignments a
                      where a.bureau_id = $1::uuid and a.starts_at <= $8::timestamptz and (a.ends_at is null or a.ends_at > $8::timestamptz)
                    ) h
                    group by h.grid_id
                  ) h on h.grid_id = g.id
                  where g.station_id = any($4::uuid[]) and g.opened_on <= $3::date and (g.closed_on is null or g.closed_on > $3::date)
                ) w
              ) w cross join lateral ( values ('RESPONSIBLE_OFFICER', w.required_responsible_officer, w.filled_responsible_officer), ('AUXILIARY', w.required_auxiliary, w.filled_auxiliary), ('MEDIATOR', w.required_mediator, w.filled_mediator), ('SECURITY_DIRECTOR', w.required_security_director, w.filled_security_director), ('GRID_WORKER', w.required_grid_worker, w.filled_grid_worker)) d (duty, required, filled)
              where w.required > w.filled and d.required > d.filled
            ) p cross join lateral (
              select sum(s.days)::int as days_vacant, max(s.days) as longest_days_vacant
              from (
                select floor(extract(epoch from $8::timestamptz - greatest((p.opened_on::timestamp at time zone 'Asia/Shanghai'), case when p.facts_since = '-infinity' then (
                  select max(v.starts_at)
                  from staffing_standards v
                  where v.bureau_id = $1::uuid and v.grid_kind = p.kind and v.complexity = p.complexity and v.duty = p.duty and v.starts_at <= $8::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= n and not exists (
                    select
                    from staffing_standards w
                    where w.bureau_id = $1::uuid and w.grid_kind = p.kind and w.complexity = p.complexity and w.duty = p.duty and w.ends_at = v.starts_at and w.starts_at < w.ends_at and w.at_least >= n
                  )
                ) else (
                  with asked as (
                    select greatest(v.starts_at, f.starts_on::timestamp at time zone 'Asia/Shanghai') as since, least(v.ends_at, f.ends_on::timestamp at time zone 'Asia/Shanghai') as until
                    from grid_facts f join staffing_standards v on v.bureau_id = f.bureau_id and v.grid_kind = f.kind and v.complexity = f.complexity
                    where f.bureau_id = $1::uuid and f.grid_id = p.grid_id and v.duty = p.duty and v.at_least >= n and v.ends_at is distinct from v.starts_at
                  ) select max(a.since)
                  from asked a
                  where a.since <= $8::timestamptz and (a.until is null or a.since < a.until) and not exists (
                    select
                    from asked b
                    where b.until = a.since and b.since < b.until
                  )
                ) end, (
                  select max(e.ends_at)
                  from assignments e
                  where e.bureau_id = $1::uuid and e.grid_id = p.grid_id and e.duty = p.duty and e.ends_at <= $8::timestamptz and e.starts_at < e.ends_at and (n = 1 or n <= (
                    select count(*)
                    from assignments o
                    where o.bureau_id = $1::uuid and o.grid_id = p.grid_id and o.duty = p.duty and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at)
                  ))
                ))) / 86400)::int as days
                from generate_series(p.filled + 1, p.required) n offset 0
              ) s
            ) v
            where p.grid_id = c.grid_id
          ) v on true
        ) c
      ) t5
      where true and t5.grid_id = t0.id offset 0
    ) t5 on true
    having true
  )||'}' as json offset 0
) a
