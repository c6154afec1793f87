-- light
-- $1 uuid bureau
-- $2 date now:day
-- $3 int members: first
-- $4 timestamptz now
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"members":'||(
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
      where true and true
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $3::int)::text||','||
    '"hasPreviousPage":'||'false'||','||
    '"startCursor":'||coalesce((array_agg(E'\x01'||json_build_array('members UNIT text,text,text,uuid'::text,(coalesce((
      select u.name
      from units u
      where u.bureau_id = $1::uuid and u.id = t0.unit_id and true
    ), '') collate "zh-x-icu")::text,(left(t0.name_initials, 1))::text,(t0.name collate "zh-x-icu")::text,(t0.id)::text)::text||E'\x01' order by t0.page_row ) filter (where t0.page_row <= $3::int))[1],'null')||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('members UNIT text,text,text,uuid'::text,(coalesce((
      select u.name
      from units u
      where u.bureau_id = $1::uuid and u.id = t0.unit_id and true
    ), '') collate "zh-x-icu")::text,(left(t0.name_initials, 1))::text,(t0.name collate "zh-x-icu")::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $3::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"name":'||to_json(t0.name)::text||
    ',"badge":'||to_json(t0.badge)::text||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"phone":'||coalesce(to_json(case when t0.phone is not null and true then case when t0.phone ~ '^1[0-9]{10}$' then left(t0.phone, 3) || '****' || right(t0.phone, 4) when t0.phone ~ '^0[0-9]{2,3}-[0-9]{7,8}(-|$)' then split_part(t0.phone, '-', 1) || '-****' || right(split_part(t0.phone, '-', 2), 2) else '****' end end)::text,'null')||
    ',"status":'||'"'||(case when ( coalesce(t0.left_on <= $2::date, false) or t0.id in (
      select l.member_id
      from service_breaks l
      where l.bureau_id = $1::uuid and l.starts_on <= $2::date and (l.ends_on is null or l.ends_on > $2::date)
    )) then 'LEFT' when exists (
      select
      from absences b
      where b.bureau_id = $1::uuid and b.member_id = t0.id and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
    ) then 'ON_LEAVE' else 'ACTIVE' end)||'"'||
    ',"joinedOn":'||coalesce('"'||(to_char(t0.joined_on, 'YYYY-MM-DD'))||'"','null')||
    ',"leftOn":'||coalesce('"'||(to_char(t0.left_on, 'YYYY-MM-DD'))||'"','null')||
    ',"version":'||(t0.version)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'UPDATE_MEMBER' end,case when true and t0.left_on is null then 'TRANSFER_MEMBER' end,case when true and t0.left_on is null then 'MEMBER_LEAVES' end,case when true and t0.left_on is not null then 'RETURN_MEMBER' end,case when true and (t0.left_on is null or t0.left_on > $2::date) then 'RECORD_ABSENCE' end,case when (true or true) and t0.phone is not null then 'OPEN_PHONE' end]::text[], null))::text||
    ',"unit":'||coalesce(case when t3.id is not null then
    '{"id":'||'"'||(t3.id)||'"'||
    ',"name":'||to_json(t3.name)::text||'}' end,'null')||
    ',"currentAbsence":'||coalesce(case when t4.member_id is not null then
    '{"absence":'||case when t5.id is not null then
    '{"id":'||'"'||(t5.id)||'"'||
    ',"endsAt":'||coalesce('"'||(to_char((t5.ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||'}' end||
    ',"standIn":'||coalesce(case when t6.id is not null then
    '{"id":'||'"'||(t6.id)||'"'||
    ',"name":'||to_json(t6.name)::text||
    ',"badge":'||to_json(t6.badge)::text||
    ',"kind":'||'"'||(t6.kind)||'"'||'}' end,'null')||'}' end,'null')||
    ',"load":'||case when t7.member_id is not null then
    '{"seats":'||(t7.seats)::text||
    ',"grids":'||(t7.grids)::text||
    ',"households":'||(t7.households)::text||
    ',"population":'||(t7.population)::text||'}' end||'}', ',' order by t0.page_row) filter (where t0.page_row <= $3::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by coalesce((
        select u.name
        from units u
        where u.bureau_id = $1::uuid and u.id = t1.unit_id and true
      ), '') collate "zh-x-icu", left(t1.name_initials, 1), t1.name collate "zh-x-icu", t1.id) as page_row
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
      where true and true order by coalesce((
        select u.name
        from units u
        where u.bureau_id = $1::uuid and u.id = t1.unit_id and true
      ), '') collate "zh-x-icu",
      left(t1.name_initials, 1), t1.name collate "zh-x-icu", t1.id
      limit $3::int + 1
    ) t0
    left join lateral (
      select *
      from units t3
      where t3.bureau_id = $1::uuid and t3.id = t0.unit_id offset 0
    ) t3 on true
    left join lateral (
      select *
      from (
        select b.id, b.member_id, (
          with recursive chain as (
            select b.substitute_id as member_id, array[b.member_id, b.substitute_id] as passed
            union all select b.substitute_id, chain.passed || b.substitute_id
            from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id
            where b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz) and b.substitute_id <> all(chain.passed)
          ) select m.id
          from chain join members m on m.bureau_id = $1::uuid and m.id = chain.member_id
          where not ( coalesce(m.left_on <= $2::date, false) or m.id in (
            select l.member_id
            from service_breaks l
            where l.bureau_id = $1::uuid and l.starts_on <= $2::date and (l.ends_on is null or l.ends_on > $2::date)
          )) and not exists (
            select
            from absences b
            where b.bureau_id = $1::uuid and b.member_id = m.id and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
          )
          limit 1
        ) as stand_in_id
        from absences b
        where b.bureau_id = $1::uuid and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
      ) t4
      where true and t4.member_id = t0.id offset 0
    ) t4 on true
    left join lateral (
      select *
      from absences t5
      where t5.bureau_id = $1::uuid and t5.id = t4.id offset 0
    ) t5 on true
    left join lateral (
      select *
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
      ) t6
      where true and t6.id = t4.stand_in_id offset 0
    ) t6 on true
    left join lateral (
      select *
      from (
        select m.id as member_id, held.*
        from members m cross join lateral (
          select coalesce(sum(h.seats), 0)::int as seats, count(g.id)::int as grids, coalesce(sum(g.households), 0)::int as households, coalesce(sum(g.population), 0)::int as population
          from (
            select a.grid_id, count(*) as seats
            from assignments a
            where a.bureau_id = $1::uuid and a.member_id = m.id and a.starts_at <= $4::timestamptz and (a.ends_at is null or a.ends_at > $4::timestamptz)
            group by a.grid_id
          ) h join grids g on g.bureau_id = $1::uuid and g.id = h.grid_id
        ) held
        where m.bureau_id = $1::uuid
      ) t7
      where true and t7.member_id = t0.id offset 0
    ) t7 on true
    having true
  )||'}' as json offset 0
) a
