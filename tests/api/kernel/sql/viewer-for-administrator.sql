-- light
-- $1 uuid bureau
-- $2 uuid account
-- $3 timestamptz now
-- $4 date now:day
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  with shared0 as materialized (
    select own.member_id
    from accounts own
    where own.bureau_id = $1::uuid and own.id = $2::uuid
  ), shared1 as materialized (
    select away.member_id, held.unit_id
    from absences away join accounts chief on chief.bureau_id = away.bureau_id and chief.member_id = away.member_id and chief.disabled_at is null join role_grants held on held.bureau_id = chief.bureau_id and held.account_id = chief.id and held.role = 'STATION_CHIEF'
    where away.bureau_id = $1::uuid and away.starts_at <= $3::timestamptz and (away.ends_at is null or away.ends_at > $3::timestamptz) and (
      with recursive chain as (
        select away.substitute_id as member_id, array[away.member_id, away.substitute_id] as passed
        union all select b.substitute_id, chain.passed || b.substitute_id
        from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id
        where b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz) and b.substitute_id <> all(chain.passed)
      ) select m.id
      from chain join members m on m.bureau_id = $1::uuid and m.id = chain.member_id
      where not ( coalesce(m.left_on <= $4::date, false) or m.id in (
        select l.member_id
        from service_breaks l
        where l.bureau_id = $1::uuid and l.starts_on <= $4::date and (l.ends_on is null or l.ends_on > $4::date)
      )) and not exists (
        select
        from absences b
        where b.bureau_id = $1::uuid and b.member_id = m.id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
      )
      limit 1
    ) = (
      select viewer.member_id
      from shared0 viewer
    )
  ) select '{"viewer":'||(
    select '{"id":'||'"'||(t0.id)||'"'||
    ',"name":'||to_json((
      select t0.name||'@'||b.code
      from bureaus b
      where b.bureau_id = $1::uuid
    ))::text||
    ',"displayName":'||to_json(t0.display_name)::text||
    ',"memberId":'||coalesce('"'||(t0.member_id)||'"','null')||
    ',"mustChangePassword":'||(t0.must_change_password)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'SEE_ACCOUNTS' end,case when true then 'MANAGE_ACCOUNTS' end,case when true then 'MANAGE_ROLES' end,case when true then 'CREATE_API_TOKEN' end,case when true then 'UPDATE_SESSION_POLICY' end,case when true then 'READ_AUDIT_LOG' end,case when true then 'CHECK_AUDIT_CHAIN' end]::text[], null))::text||
    ',"roles":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t1.id)||'"'||
      ',"role":'||'"'||(t1.role)||'"'||
      ',"unitId":'||'"'||(t1.unit_id)||'"'||
      ',"unitName":'||to_json((
        select u.name
        from units u
        where u.bureau_id = $1::uuid and u.id = t1.unit_id
      ))::text||
      ',"isBureauWide":'||(exists (
        select
        from units u
        where u.bureau_id = $1::uuid and u.id = t1.unit_id and u.parent_id is null
      ))::text||'}', ',' order by t1.role, t1.created_at, t1.id),'')||']'
      from role_grants t1
      where t1.bureau_id = $1::uuid and t1.account_id = t0.id
    )||'}'
    from accounts t0
    where t0.bureau_id = $1::uuid and t0.id = $2::uuid and t0.id = $2::uuid
  )||
  ',"bureau":'||(
    select '{"id":'||'"'||(t2.bureau_id)||'"'||
    ',"code":'||to_json(t2.code)::text||
    ',"name":'||to_json(t2.name)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'MANAGE_UNITS' end,case when true then 'MANAGE_DIVISIONS' end,case when true then 'MANAGE_MEMBERS' end,case when true then 'CREATE_GRID' end,case when true then 'MANAGE_CALENDAR' end,case when true then 'MANAGE_STANDARDS' end,case when true then 'ISSUE_WORK' end,case when true then 'SET_DEADLINE_RULE' end,case when true then 'MANAGE_DUTY_LINES' end,case when true then 'SET_DUTY_LINE' end,case when true then 'MANAGE_MATTER_CATEGORIES' end,case when true then 'REGISTER_MATTER' end,case when true then 'MANAGE_CHECKLISTS' end,case when true then 'MANAGE_BUREAU_CHECKLISTS' end,case when true then 'IMPORT' end,case when true then 'SET_RECHECK_QUOTA' end,case when true then 'DRAW_RECHECKS' end,case when true then 'MANAGE_LIST_SCHEMES' end,case when (true or exists (
      select
      from shared1 s
    )) then 'REVIEW_WEEKS' end]::text[], null))::text||'}'
    from bureaus t2
    where t2.bureau_id = $1::uuid and true
  )||'}' as json offset 0
) a
