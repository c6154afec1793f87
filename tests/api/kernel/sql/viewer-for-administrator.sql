-- light
-- $1 uuid bureau
-- $2 uuid account
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"viewer":'||(
    select '{"id":'||'"'||(t0.id)||'"'||
    ',"name":'||to_json((
      select t0.name||'@'||b.code
      from bureaus b
      where b.bureau_id = $1::uuid
    ))::text||
    ',"displayName":'||to_json(t0.display_name)::text||
    ',"memberId":'||coalesce('"'||(t0.member_id)||'"','null')||
    ',"mustChangePassword":'||(t0.must_change_password)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'SEE_ACCOUNTS' end,case when true then 'MANAGE_ACCOUNTS' end,case when true then 'MANAGE_ROLES' end,case when true then 'CREATE_API_TOKEN' end,case when true then 'UPDATE_SESSION_POLICY' end,case when true then 'READ_AUDIT_LOG' end]::text[], null))::text||
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
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'MANAGE_UNITS' end,case when true then 'MANAGE_DIVISIONS' end,case when true then 'MANAGE_MEMBERS' end,case when true then 'CREATE_GRID' end,case when true then 'MANAGE_CALENDAR' end,case when true then 'MANAGE_STANDARDS' end,case when true then 'ISSUE_WORK' end,case when true then 'SET_DEADLINE_RULE' end,case when true then 'MANAGE_MATTER_CATEGORIES' end,case when true then 'REGISTER_MATTER' end,case when true then 'IMPORT' end,case when true then 'MANAGE_DUTY_LINES' end,case when true then 'SET_DUTY_LINE' end,case when true then 'MANAGE_CHECKLISTS' end,case when true then 'MANAGE_BUREAU_CHECKLISTS' end,case when true then 'MANAGE_LIST_SCHEMES' end]::text[], null))::text||'}'
    from bureaus t2
    where t2.bureau_id = $1::uuid and true
  )||'}' as json offset 0
) a
