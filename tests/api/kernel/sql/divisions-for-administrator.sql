-- light
-- $1 uuid bureau
-- $2 int divisions: first
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"divisions":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from divisions t2
      where t2.bureau_id = $1::uuid and true
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $2::int)::text||','||
    '"hasPreviousPage":'||'false'||','||
    '"startCursor":'||coalesce((array_agg(E'\x01'||json_build_array('divisions CODE text,uuid'::text,(t0.code)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row ) filter (where t0.page_row <= $2::int))[1],'null')||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('divisions CODE text,uuid'::text,(t0.code)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $2::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"code":'||to_json(t0.code)::text||
    ',"name":'||to_json(t0.name)::text||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"closedOn":'||coalesce('"'||(to_char(t0.closed_on, 'YYYY-MM-DD'))||'"','null')||
    ',"version":'||(t0.version)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'UPDATE_DIVISION' end,case when true and t0.closed_on is null then 'CLOSE_DIVISION' end,case when true and t0.closed_on is not null then 'REOPEN_DIVISION' end]::text[], null))::text||
    ',"parent":'||coalesce(case when t3.id is not null then
    '{"id":'||'"'||(t3.id)||'"'||
    ',"code":'||to_json(t3.code)::text||
    ',"name":'||to_json(t3.name)::text||'}' end,'null')||'}', ',' order by t0.page_row) filter (where t0.page_row <= $2::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by t1.code, t1.id) as page_row
      from divisions t1
      where t1.bureau_id = $1::uuid and true order by t1.code, t1.id
      limit $2::int + 1
    ) t0
    left join lateral (
      select *
      from divisions t3
      where t3.bureau_id = $1::uuid and t3.id = t0.parent_id offset 0
    ) t3 on true
    having true
  )||'}' as json offset 0
) a
