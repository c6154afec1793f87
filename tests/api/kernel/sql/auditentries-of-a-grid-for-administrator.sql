-- light
-- $1 uuid bureau
-- $2 uuid auditEntries: filter.entityId
-- $3 int auditEntries: first
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"auditEntries":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from audit_entries t2
      where t2.bureau_id = $1::uuid and (t2.entity_id = $2::uuid)
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $3::int)::text||','||
    '"hasPreviousPage":'||'false'||','||
    '"startCursor":'||coalesce((array_agg(E'\x01'||json_build_array('auditEntries  bigint,uuid'::text,(t0.sequence)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row ) filter (where t0.page_row <= $3::int))[1],'null')||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('auditEntries  bigint,uuid'::text,(t0.sequence)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $3::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"sequence":'||(t0.sequence)::text||
    ',"at":'||'"'||(to_char((t0.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
    ',"actorName":'||to_json(t0.actor_name)::text||
    ',"action":'||to_json(t0.action)::text||
    ',"entityType":'||to_json(t0.entity_type)::text||
    ',"entityId":'||'"'||(t0.entity_id)||'"'||
    ',"before":'||coalesce((t0.before)::text,'null')||
    ',"after":'||coalesce((t0.after)::text,'null')||
    ',"reason":'||coalesce(to_json(t0.reason)::text,'null')||'}', ',' order by t0.page_row) filter (where t0.page_row <= $3::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by t1.sequence desc, t1.id desc) as page_row
      from audit_entries t1
      where t1.bureau_id = $1::uuid and (t1.entity_id = $2::uuid) order by t1.sequence desc, t1.id desc
      limit $3::int + 1
    ) t0
    having true
  )||'}' as json offset 0
) a
