-- light
-- $1 uuid bureau
-- $2 int imports: first
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  select '{"imports":'||(
    select '{'||
    '"totalCount":'||(
      select count(*)
      from import_runs t2
      where t2.bureau_id = $1::uuid and true
    )::text||','||
    '"pageInfo":'||'{'||
    '"hasNextPage":'||(count(*) > $2::int)::text||','||
    '"hasPreviousPage":'||'false'||','||
    '"startCursor":'||coalesce((array_agg(E'\x01'||json_build_array('imports NEWEST timestamptz,uuid'::text,(t0.created_at)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row ) filter (where t0.page_row <= $2::int))[1],'null')||','||
    '"endCursor":'||coalesce((array_agg(E'\x01'||json_build_array('imports NEWEST timestamptz,uuid'::text,(t0.created_at)::text,(t0.id)::text)::text||E'\x01' order by t0.page_row desc) filter (where t0.page_row <= $2::int))[1],'null')||'}'||','||
    '"nodes":'||'['||coalesce(string_agg(
    '{"id":'||'"'||(t0.id)||'"'||
    ',"kind":'||'"'||(t0.kind)||'"'||
    ',"status":'||'"'||(t0.status)||'"'||
    ',"fileName":'||to_json(t0.file_name)::text||
    ',"totalRows":'||(t0.total_rows)::text||
    ',"doneRows":'||(t0.done_rows)::text||
    ',"errorCount":'||(t0.error_count)::text||
    ',"createdAt":'||'"'||(to_char((t0.created_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
    ',"finishedAt":'||coalesce('"'||(to_char((t0.finished_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
    ',"accountName":'||to_json((
      select a.display_name
      from accounts a
      where a.bureau_id = $1::uuid and a.id = t0.account_id
    ))::text||
    ',"version":'||(t0.version)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when true and t0.status in ('UPLOADED','CHECKED') and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'CHOOSE_IMPORT_SHEET' end,case when true and t0.status in ('UPLOADED','CHECKED') and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'MAP_IMPORT_COLUMNS' end,case when true and t0.status in ('UPLOADED','CHECKED','FAILED') and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'CHECK_IMPORT' end,case when true and t0.status in ('CHECKED') and t0.error_count > 0 and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'CORRECT_IMPORT' end,case when true and t0.status in ('CHECKED') and t0.error_count = 0 and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'WRITE_IMPORT' end,case when true and t0.status in ('UPLOADED','CHECKING','CHECKED','WRITING','FAILED') and (t0.status <> 'WRITING' or t0.done_rows < t0.total_rows) and exists (
      select
      from import_file_portions p
      where p.bureau_id = $1::uuid and p.run_id = t0.id
    ) then 'CANCEL_IMPORT' end,case when true and t0.status in ('WRITTEN') and exists (
      select
      from import_made m
      where m.bureau_id = $1::uuid and m.run_id = t0.id
    ) and not exists (
      select
      from import_made m
      where m.bureau_id = $1::uuid and m.run_id = t0.id and m.list in ('changedGrids','changedMembers') and m.rows = '[]'::jsonb
    ) then 'UNDO_IMPORT' end]::text[], null))::text||'}', ',' order by t0.page_row) filter (where t0.page_row <= $2::int),'')||']'||'}'
    from (
      select t1.*, row_number() over (order by t1.created_at desc, t1.id desc) as page_row
      from import_runs t1
      where t1.bureau_id = $1::uuid and true order by t1.created_at desc, t1.id desc
      limit $2::int + 1
    ) t0
    having true
  )||'}' as json offset 0
) a
