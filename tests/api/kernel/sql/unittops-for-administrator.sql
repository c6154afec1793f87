-- light
-- $1 uuid bureau
-- $2 date now:day
-- $3 int branches: first
-- $4 int branches.nodes.branches: first
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"branches":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from units t2
      where t2.bureau_id = $1::uuid and (t2.parent_id is null or not true) and ((((t2.opened_on is null or t2.opened_on <= $2::date) and (t2.closed_on is null or t2.closed_on > $2::date))) or exists (
        with recursive below as ( (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = t2.id and true offset 0
        ) union all select u.* from below b cross join lateral (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
        ) u ) select b.id
        from below b
        where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
      ))
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $3::int)::text||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('branches  int,text,uuid'::text,(t0.position)::text,(t0.name collate "zh-x-icu")::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $3::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"name":'||to_json(t0.name)::text||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"code":'||coalesce(to_json(t0.code)::text,'null')||
    ',"position":'||(t0.position)::text||
    ',"openedOn":'||coalesce('"'||(to_char(t0.opened_on, 'YYYY-MM-DD'))||'"','null')||
    ',"closedOn":'||coalesce('"'||(to_char(t0.closed_on, 'YYYY-MM-DD'))||'"','null')||
    ',"isOpen":'||(((t0.opened_on is null or t0.opened_on <= $2::date) and (t0.closed_on is null or t0.closed_on > $2::date)))::text||
    ',"childKinds":'||array_to_json(case t0.kind when 'BUREAU' then array['STATION', 'COMMAND_ROOM', 'TEAM', 'ZONE', 'POLICE_ROOM', 'PARTNER']::text[] when 'STATION' then array['COMMAND_ROOM', 'DESK', 'TEAM', 'ZONE', 'POLICE_ROOM', 'WORKSTATION', 'PARTNER']::text[] when 'COMMAND_ROOM' then array['DESK']::text[] when 'DESK' then array[]::text[] when 'TEAM' then array['POLICE_ROOM']::text[] when 'ZONE' then array['TEAM', 'POLICE_ROOM']::text[] when 'POLICE_ROOM' then array['WORKSTATION']::text[] when 'WORKSTATION' then array[]::text[] when 'PARTNER' then array[]::text[] end)::text||
    ',"parent":'||coalesce(case when t3.id is not null then
    '{"id":'||'"'||(t3.id)||'"'||'}' end,'null')||
    ',"isMatch":'||(coalesce((((t0.opened_on is null or t0.opened_on <= $2::date) and (t0.closed_on is null or t0.closed_on > $2::date))), false))::text||
    ',"unitCount":'||((
      select count(*)::int
      from units below
      where below.bureau_id = $1::uuid and below.parent_id = t0.id and true and (((below.opened_on is null or below.opened_on <= $2::date) and (below.closed_on is null or below.closed_on > $2::date)))
    ))::text||
    ',"hasBranches":'||(exists (
      with recursive below as ( (
        select u.*
        from units u
        where u.bureau_id = $1::uuid and u.parent_id = t0.id and true offset 0
      ) union all select u.* from below b cross join lateral (
        select u.*
        from units u
        where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
      ) u ) select b.id
      from below b
      where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
    ))::text||
    ',"branches":'||(
      select '{'||
      '"totalCount":'||(
        select count(*)
        from units t6
        where t6.bureau_id = $1::uuid and t6.parent_id = t0.id and ((((t6.opened_on is null or t6.opened_on <= $2::date) and (t6.closed_on is null or t6.closed_on > $2::date))) or exists (
          with recursive below as ( (
            select u.*
            from units u
            where u.bureau_id = $1::uuid and u.parent_id = t6.id and true offset 0
          ) union all select u.* from below b cross join lateral (
            select u.*
            from units u
            where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
          ) u ) select b.id
          from below b
          where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
        ))
      )::text||','||
      '"pageInfo":'||'{'||
      '"hasNextPage":'||(count(*) > $4::int)::text||','||
      '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('branches  int,text,uuid'::text,(t4.position)::text,(t4.name collate "zh-x-icu")::text,(t4.id)::text)::text||E'\x01' order by t4.page_row desc) filter (where t4.page_row <= $4::int))[1],'null')||'}'||','||
      '"nodes":'||'['||coalesce(string_agg(
      '{"id":'||'"'||(t4.id)||'"'||
      ',"name":'||to_json(t4.name)::text||
      ',"kind":'||'"'||(t4.kind)||'"'||
      ',"code":'||coalesce(to_json(t4.code)::text,'null')||
      ',"position":'||(t4.position)::text||
      ',"openedOn":'||coalesce('"'||(to_char(t4.opened_on, 'YYYY-MM-DD'))||'"','null')||
      ',"closedOn":'||coalesce('"'||(to_char(t4.closed_on, 'YYYY-MM-DD'))||'"','null')||
      ',"isOpen":'||(((t4.opened_on is null or t4.opened_on <= $2::date) and (t4.closed_on is null or t4.closed_on > $2::date)))::text||
      ',"childKinds":'||array_to_json(case t4.kind when 'BUREAU' then array['STATION', 'COMMAND_ROOM', 'TEAM', 'ZONE', 'POLICE_ROOM', 'PARTNER']::text[] when 'STATION' then array['COMMAND_ROOM', 'DESK', 'TEAM', 'ZONE', 'POLICE_ROOM', 'WORKSTATION', 'PARTNER']::text[] when 'COMMAND_ROOM' then array['DESK']::text[] when 'DESK' then array[]::text[] when 'TEAM' then array['POLICE_ROOM']::text[] when 'ZONE' then array['TEAM', 'POLICE_ROOM']::text[] when 'POLICE_ROOM' then array['WORKSTATION']::text[] when 'WORKSTATION' then array[]::text[] when 'PARTNER' then array[]::text[] end)::text||
      ',"parent":'||coalesce(case when t7.id is not null then
      '{"id":'||'"'||(t7.id)||'"'||'}' end,'null')||
      ',"isMatch":'||(coalesce((((t4.opened_on is null or t4.opened_on <= $2::date) and (t4.closed_on is null or t4.closed_on > $2::date))), false))::text||
      ',"unitCount":'||((
        select count(*)::int
        from units below
        where below.bureau_id = $1::uuid and below.parent_id = t4.id and true and (((below.opened_on is null or below.opened_on <= $2::date) and (below.closed_on is null or below.closed_on > $2::date)))
      ))::text||
      ',"hasBranches":'||(exists (
        with recursive below as ( (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = t4.id and true offset 0
        ) union all select u.* from below b cross join lateral (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
        ) u ) select b.id
        from below b
        where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
      ))::text||'}', ',' order by t4.page_row) filter (where t4.page_row <= $4::int),'')||']'||'}'
      from (
        select t5.*, row_number() over (order by t5.position, t5.name collate "zh-x-icu", t5.id) as page_row
        from units t5
        where t5.bureau_id = $1::uuid and t5.parent_id = t0.id and ((((t5.opened_on is null or t5.opened_on <= $2::date) and (t5.closed_on is null or t5.closed_on > $2::date))) or exists (
          with recursive below as ( (
            select u.*
            from units u
            where u.bureau_id = $1::uuid and u.parent_id = t5.id and true offset 0
          ) union all select u.* from below b cross join lateral (
            select u.*
            from units u
            where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
          ) u ) select b.id
          from below b
          where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
        )) order by t5.position, t5.name collate "zh-x-icu", t5.id
        limit $4::int + 1
      ) t4
      left join lateral (
        select *
        from units t7
        where t7.bureau_id = $1::uuid and t7.id = t4.parent_id offset 0
      ) t7 on true
      having true
    )||'}', ',' order by t0.page_row) filter (where t0.page_row <= $3::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by t1.position, t1.name collate "zh-x-icu", t1.id) as page_row
      from units t1
      where t1.bureau_id = $1::uuid and (t1.parent_id is null or not true) and ((((t1.opened_on is null or t1.opened_on <= $2::date) and (t1.closed_on is null or t1.closed_on > $2::date))) or exists (
        with recursive below as ( (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = t1.id and true offset 0
        ) union all select u.* from below b cross join lateral (
          select u.*
          from units u
          where u.bureau_id = $1::uuid and u.parent_id = b.id and true offset 0
        ) u ) select b.id
        from below b
        where (((b.opened_on is null or b.opened_on <= $2::date) and (b.closed_on is null or b.closed_on > $2::date)))
      )) order by t1.position, t1.name collate "zh-x-icu", t1.id
      limit $3::int + 1
    ) t0
    left join lateral (
      select *
      from units t3
      where t3.bureau_id = $1::uuid and t3.id = t0.parent_id offset 0
    ) t3 on true
    having true
  )||'}' as json offset 0
) a
