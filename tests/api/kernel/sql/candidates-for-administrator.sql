-- heavy
-- $1 uuid bureau
-- $2 date now:day
-- $3 uuid candidates: gridId
-- $4 text candidates: duty
-- $5 timestamptz now
-- $6 uuid candidates.nodes.holdsBeside: gridId
-- $7 int candidates: first
select case when octet_length(a.json) > 16000000 then maple_answer_too_large(octet_length(a.json), 16000000) else a.json end as json
from (
  select '{"candidates":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from (
        select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
          select belongs.unit_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
          ) belongs
          where belongs.member_id = m.id
        ) as unit_id, (
          select belongs.unit_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
          ) belongs
          where belongs.member_id = m.id
        ) as unit_today_id
        from members m
        where m.bureau_id = $1::uuid
      ) t2
      where true and not ( coalesce(t2.left_on <= $2::date, false) or t2.id in (
        select l.member_id
        from service_breaks l
        where l.bureau_id = $1::uuid and l.starts_on <= $2::date and (l.ends_on is null or l.ends_on > $2::date)
      )) and t2.id not in (
        select a.member_id
        from assignments a
        where a.bureau_id = $1::uuid and a.grid_id = $3::uuid and a.duty = $4::text and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz)
      ) and t2.kind in (
        select h.member_kind
        from duty_holders h
        where h.bureau_id = $1::uuid and h.duty = $4::text
      )
    )::text||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"name":'||to_json(t0.name)::text||
    ',"badge":'||to_json(t0.badge)::text||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"status":'||'"'||(case when ( coalesce(t0.left_on <= $2::date, false) or t0.id in (
      select l.member_id
      from service_breaks l
      where l.bureau_id = $1::uuid and l.starts_on <= $2::date and (l.ends_on is null or l.ends_on > $2::date)
    )) then 'LEFT' when exists (
      select
      from absences b
      where b.bureau_id = $1::uuid and b.member_id = t0.id and b.starts_at <= $5::timestamptz and (b.ends_at is null or b.ends_at > $5::timestamptz)
    ) then 'ON_LEAVE' else 'ACTIVE' end)||'"'||
    ',"holdsBeside":'||coalesce((exists (
      select
      from grids o join grid_facts n on n.bureau_id = o.bureau_id and n.grid_id = o.id and n.starts_on <= $2::date and (n.ends_on is null or n.ends_on > $2::date)
      left join divisions t on t.bureau_id = o.bureau_id and t.id = o.division_id
      where o.bureau_id = $1::uuid and o.id = $6::uuid and exists (
        select
        from assignments a join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id and f.starts_on <= $2::date and (f.ends_on is null or f.ends_on > $2::date) join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
        left join divisions d on d.bureau_id = g.bureau_id and d.id = g.division_id
        where a.bureau_id = $1::uuid and a.member_id = t0.id and a.grid_id <> o.id and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz) and (f.police_room_id = n.police_room_id or g.division_id = o.division_id or (n.police_room_id is null and d.parent_id = t.parent_id))
      )
    ))::text,'null')||
    ',"unit":'||coalesce(case when t3.id is not null then
    '{"id":'||'"'||(t3.id)||'"'||
    ',"name":'||to_json(t3.name)::text||'}' end,'null')||
    ',"load":'||case when t4.member_id is not null then
    '{"grids":'||(t4.grids)::text||
    ',"households":'||(t4.households)::text||
    ',"seats":'||(t4.seats)::text||'}' end||'}', ',' order by t0.page_row) filter (where t0.page_row <= $7::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by case when t1.id in (
        select belongs.member_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
        ) belongs
        where belongs.unit_id in (
          with recursive below as (
            select (
              select g.station_id
              from (
                select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $2::date and (f.ends_on is null or f.ends_on > $2::date)
                where g.bureau_id = $1::uuid
              ) g
              where g.id = $3::uuid
            ) as id
            union all select u.id
            from units u join below on u.bureau_id = $1::uuid and u.parent_id = below.id
          ) select id
          from below
        )
      ) then 0 else 1 end, (
        select count(*)::int
        from assignments a
        where a.bureau_id = $1::uuid and a.member_id = t1.id and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz)
      ), t1.name collate "zh-x-icu", t1.id) as page_row
      from (
        select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
          select belongs.unit_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
          ) belongs
          where belongs.member_id = m.id
        ) as unit_id, (
          select belongs.unit_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
          ) belongs
          where belongs.member_id = m.id
        ) as unit_today_id
        from members m
        where m.bureau_id = $1::uuid
      ) t1
      where true and not ( coalesce(t1.left_on <= $2::date, false) or t1.id in (
        select l.member_id
        from service_breaks l
        where l.bureau_id = $1::uuid and l.starts_on <= $2::date and (l.ends_on is null or l.ends_on > $2::date)
      )) and t1.id not in (
        select a.member_id
        from assignments a
        where a.bureau_id = $1::uuid and a.grid_id = $3::uuid and a.duty = $4::text and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz)
      ) and t1.kind in (
        select h.member_kind
        from duty_holders h
        where h.bureau_id = $1::uuid and h.duty = $4::text
      ) order by case when t1.id in (
        select belongs.member_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $2::date and (own.ends_on is null or own.ends_on > $2::date)
        ) belongs
        where belongs.unit_id in (
          with recursive below as (
            select (
              select g.station_id
              from (
                select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $2::date and (f.ends_on is null or f.ends_on > $2::date)
                where g.bureau_id = $1::uuid
              ) g
              where g.id = $3::uuid
            ) as id
            union all select u.id
            from units u join below on u.bureau_id = $1::uuid and u.parent_id = below.id
          ) select id
          from below
        )
      ) then 0 else 1 end, (
        select count(*)::int
        from assignments a
        where a.bureau_id = $1::uuid and a.member_id = t1.id and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz)
      ), t1.name collate "zh-x-icu", t1.id
      limit $7::int + 1
    ) t0
    left join lateral (
      select *
      from units t3
      where t3.bureau_id = $1::uuid and t3.id = t0.unit_id offset 0
    ) t3 on true
    left join lateral (
      select *
      from (
        select m.id as member_id, held.*
        from members m cross join lateral (
          select coalesce(sum(h.seats), 0)::int as seats, count(g.id)::int as grids, coalesce(sum(g.households), 0)::int as households, coalesce(sum(g.population), 0)::int as population
          from (
            select a.grid_id, count(*) as seats
            from assignments a
            where a.bureau_id = $1::uuid and a.member_id = m.id and a.starts_at <= $5::timestamptz and (a.ends_at is null or a.ends_at > $5::timestamptz)
            group by a.grid_id
          ) h join grids g on g.bureau_id = $1::uuid and g.id = h.grid_id
        ) held
        where m.bureau_id = $1::uuid
      ) t4
      where true and t4.member_id = t0.id offset 0
    ) t4 on true
    having true
  )||'}' as json offset 0
) a
