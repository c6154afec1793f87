-- light
-- $1 uuid bureau
-- $2 uuid account
-- $3 date now:day
-- $4 timestamptz now
-- $5 uuid[] scope:any
-- $6 uuid node: id
-- $7 uuid[] scope:BUREAU_ADMINISTRATOR+DISPATCHER+STATION_CHIEF
-- $8 uuid[] scope:BUREAU_ADMINISTRATOR
-- $9 uuid[] scope:BUREAU_ADMINISTRATOR+STATION_CHIEF
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  with shared0 as materialized (
    select own.member_id
    from accounts own
    where own.bureau_id = $1::uuid and own.id = $2::uuid
  ), shared1 as materialized (
    with recursive stands (member_id) as (
      select m.id
      from members m
      where m.bureau_id = $1::uuid and m.id = (
        select viewer.member_id
        from shared0 viewer
      ) and not ( coalesce(m.left_on <= $3::date, false) or m.id in (
        select l.member_id
        from service_breaks l
        where l.bureau_id = $1::uuid and l.starts_on <= $3::date and (l.ends_on is null or l.ends_on > $3::date)
      )) and not exists (
        select
        from absences b
        where b.bureau_id = $1::uuid and b.member_id = m.id and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
      )
      union select b.member_id
      from stands join absences b on b.bureau_id = $1::uuid and b.substitute_id = stands.member_id and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
    ) select member_id
    from stands
  ), shared2 as materialized (
    select a.grid_id, a.duty
    from shared1 s join assignments a on a.bureau_id = $1::uuid and a.member_id = s.member_id and a.starts_at <= $4::timestamptz and (a.ends_at is null or a.ends_at > $4::timestamptz)
    where a.member_id = (
      select viewer.member_id
      from shared0 viewer
    ) or exists (
      select
      from members own join duty_holders h on h.bureau_id = own.bureau_id and h.member_kind = own.kind
      where own.bureau_id = $1::uuid and own.id = (
        select viewer.member_id
        from shared0 viewer
      ) and h.duty = a.duty
    )
  ), shared3 as materialized (
    with recursive above (unit_id, parent_id) as (
      select u.id, u.parent_id
      from units u
      where u.bureau_id = $1::uuid and u.id = (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.member_id = (
          select viewer.member_id
          from shared0 viewer
        )
      )
      union all select u.id, u.parent_id
      from above join units u on u.bureau_id = $1::uuid and u.id = above.parent_id and u.kind <> 'BUREAU'
    ) select unit_id
    from above
  ) select '{"node":'||coalesce(coalesce((
    select '{"id":'||'"'||(t0.id)||'"'||'}'
    from ((
      select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
      from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
      where g.bureau_id = $1::uuid
    )) t0
    where t0.station_today_id = any($5::uuid[]) and t0.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t1.id)||'"'||'}'
    from units t1
    where t1.bureau_id = $1::uuid and t1.id = any($5::uuid[]) and t1.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t2.id)||'"'||
    ',"name":'||to_json(t2.name)::text||
    ',"badge":'||to_json(t2.badge)::text||
    ',"kind":'||'"'||(t2.kind)||'"'||
    ',"phone":'||coalesce(to_json(case when t2.phone is not null and (t2.id in (
      select belongs.member_id
      from (
        select own.member_id, own.unit_id
        from member_units own
        where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
      ) belongs
      where belongs.unit_id = any($7::uuid[])
    ) or t2.id = (
      select viewer.member_id
      from shared0 viewer
    ) or t2.id in (
      select a.member_id
      from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
      where a.bureau_id = $1::uuid and g.station_id = any($7::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
    )) then case when t2.phone ~ '^1[0-9]{10}$' then left(t2.phone, 3) || '****' || right(t2.phone, 4) when t2.phone ~ '^0[0-9]{2,3}-[0-9]{7,8}(-|$)' then split_part(t2.phone, '-', 1) || '-****' || right(split_part(t2.phone, '-', 2), 2) else '****' end end)::text,'null')||
    ',"status":'||'"'||(case when ( coalesce(t2.left_on <= $3::date, false) or t2.id in (
      select l.member_id
      from service_breaks l
      where l.bureau_id = $1::uuid and l.starts_on <= $3::date and (l.ends_on is null or l.ends_on > $3::date)
    )) then 'LEFT' when exists (
      select
      from absences b
      where b.bureau_id = $1::uuid and b.member_id = t2.id and b.starts_at <= $4::timestamptz and (b.ends_at is null or b.ends_at > $4::timestamptz)
    ) then 'ON_LEAVE' else 'ACTIVE' end)||'"'||
    ',"joinedOn":'||coalesce('"'||(to_char(t2.joined_on, 'YYYY-MM-DD'))||'"','null')||
    ',"leftOn":'||coalesce('"'||(to_char(t2.left_on, 'YYYY-MM-DD'))||'"','null')||
    ',"version":'||(t2.version)::text||
    ',"viewerMay":'||array_to_json(array_remove(array[case when t2.unit_today_id = any($8::uuid[]) then 'UPDATE_MEMBER' end,case when t2.unit_today_id = any($8::uuid[]) and t2.left_on is null then 'TRANSFER_MEMBER' end,case when t2.unit_today_id = any($8::uuid[]) and t2.left_on is null then 'MEMBER_LEAVES' end,case when t2.unit_today_id = any($8::uuid[]) and t2.left_on is not null then 'RETURN_MEMBER' end,case when t2.unit_today_id = any($9::uuid[]) and (t2.left_on is null or t2.left_on > $3::date) then 'RECORD_ABSENCE' end,case when (t2.unit_today_id = any($7::uuid[]) or (t2.id in (
      select belongs.member_id
      from (
        select own.member_id, own.unit_id
        from member_units own
        where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
      ) belongs
      where belongs.unit_id = any($7::uuid[])
    ) or t2.id = (
      select viewer.member_id
      from shared0 viewer
    ) or t2.id in (
      select a.member_id
      from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
      where a.bureau_id = $1::uuid and g.station_id = any($7::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
    ))) and t2.phone is not null then 'OPEN_PHONE' end]::text[], null))::text||
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
    ',"population":'||(t7.population)::text||'}' end||
    ',"units":'||(
      select '['||coalesce(string_agg(
      '{"startsOn":'||coalesce('"'||(to_char(nullif(t8.starts_on, '-infinity'), 'YYYY-MM-DD'))||'"','null')||
      ',"endsOn":'||coalesce('"'||(to_char(t8.ends_on, 'YYYY-MM-DD'))||'"','null')||
      ',"reason":'||coalesce(to_json(t8.reason)::text,'null')||
      ',"unit":'||coalesce(case when t9.id is not null then
      '{"id":'||'"'||(t9.id)||'"'||
      ',"name":'||to_json(t9.name)::text||'}' end,'null')||'}', ',' order by t8.starts_on desc),'')||']'
      from member_units t8
      left join lateral (
        select *
        from units t9
        where t9.bureau_id = $1::uuid and t9.id = any($5::uuid[]) and t9.id = t8.unit_id offset 0
      ) t9 on true
      where t8.bureau_id = $1::uuid and t8.member_id = t2.id
    )||
    ',"serviceBreaks":'||(
      select '['||coalesce(string_agg(
      '{"startsOn":'||'"'||(to_char(t10.starts_on, 'YYYY-MM-DD'))||'"'||
      ',"endsOn":'||'"'||(to_char(t10.ends_on, 'YYYY-MM-DD'))||'"'||
      ',"reason":'||coalesce(to_json(t10.reason)::text,'null')||'}', ',' order by t10.starts_on desc),'')||']'
      from service_breaks t10
      where t10.bureau_id = $1::uuid and t10.member_id = t2.id
    )||
    ',"absences":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t11.id)||'"'||
      ',"viewerMay":'||array_to_json(array_remove(array[case when (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.member_id = t11.member_id
      ) = any($9::uuid[]) and (t11.ends_at is null or t11.ends_at > $4::timestamptz and t11.ends_at > t11.starts_at) then 'UPDATE_ABSENCE' end,case when (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.member_id = t11.member_id
      ) = any($9::uuid[]) and t11.starts_at > $4::timestamptz and (t11.ends_at is null or t11.ends_at > $4::timestamptz and t11.ends_at > t11.starts_at) then 'CANCEL_ABSENCE' end,case when (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.member_id = t11.member_id
      ) = any($9::uuid[]) and ( t11.created_at > $4::timestamptz - '24 hours'::interval and t11.version = 1 and (t11.ends_at is null or t11.ends_at > $4::timestamptz and t11.ends_at > t11.starts_at) and exists (
        select
        from audit_entries e
        where e.bureau_id = $1::uuid and e.entity_id = t11.member_id and e.action = 'absence.record' and e.after ->> 'absenceId' = t11.id::text
      )) then 'UNDO_ABSENCE' end]::text[], null))::text||
      ',"startsAt":'||'"'||(to_char((t11.starts_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"endsAt":'||coalesce('"'||(to_char((t11.ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
      ',"reason":'||coalesce(to_json(case when exists (
        select
        from members w
        where w.bureau_id = $1::uuid and w.id = t11.member_id and (w.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($9::uuid[])
        ) or w.id = (
          select viewer.member_id
          from shared0 viewer
        ))
      ) then t11.reason end)::text,'null')||
      ',"version":'||(t11.version)::text||
      ',"substitute":'||coalesce(case when t12.id is not null then
      '{"id":'||'"'||(t12.id)||'"'||
      ',"name":'||to_json(t12.name)::text||
      ',"badge":'||to_json(t12.badge)::text||
      ',"kind":'||'"'||(t12.kind)||'"'||'}' end,'null')||'}', ',' order by t11.starts_at desc),'')||']'
      from absences t11
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
        ) t12
        where (t12.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($5::uuid[])
        ) or t12.id = (
          select viewer.member_id
          from shared0 viewer
        ) or t12.id in (
          select a.member_id
          from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
          where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
        )) and t12.id = t11.substitute_id offset 0
      ) t12 on true
      where t11.bureau_id = $1::uuid and exists (
        select
        from members named
        where named.bureau_id = $1::uuid and named.id = t11.member_id and (named.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($5::uuid[])
        ) or named.id = (
          select viewer.member_id
          from shared0 viewer
        ) or named.id in (
          select a.member_id
          from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
          where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
        ))
      ) and t11.ends_at is distinct from t11.starts_at and t11.member_id = t2.id
    )||
    ',"assignments":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t13.id)||'"'||
      ',"duty":'||'"'||(t13.duty)||'"'||
      ',"startsAt":'||'"'||(to_char((t13.starts_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"endsAt":'||coalesce('"'||(to_char((t13.ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
      ',"state":'||'"'||( case when t13.starts_at = t13.ends_at then 'CANCELLED' when t13.starts_at > $4::timestamptz then 'PLANNED' when t13.ends_at <= $4::timestamptz then 'ENDED' else 'CURRENT' end)||'"'||
      ',"concurrentPost":'||coalesce(to_json(t13.concurrent_post)::text,'null')||
      ',"grid":'||case when t14.id is not null then
      '{"id":'||'"'||(t14.id)||'"'||
      ',"name":'||to_json(t14.name)::text||
      ',"code":'||to_json(t14.code)::text||'}' end||'}', ',' order by t13.starts_at desc, t13.id desc),'')||']'
      from assignments t13
      left join lateral (
        select *
        from ((
          select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
          from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
          where g.bureau_id = $1::uuid
        )) t14
        where t14.station_today_id = any($5::uuid[]) and t14.id = t13.grid_id offset 0
      ) t14 on true
      where t13.bureau_id = $1::uuid and exists (
        select
        from (
          select f.grid_id, f.station_id, f.police_room_id
          from grid_facts f
          where f.bureau_id = $1::uuid and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
        ) now
        where now.grid_id = t13.grid_id and now.station_id = any($5::uuid[])
      ) and true and t13.member_id = t2.id
    )||
    ',"history":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t15.id)||'"'||
      ',"at":'||'"'||(to_char((t15.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"actorName":'||to_json(t15.actor_name)::text||
      ',"action":'||to_json(t15.action)::text||
      ',"before":'||coalesce((case when t15.before is not null then coalesce((
        select jsonb_object_agg(k.key, case when k.key = any(array['roles']) and jsonb_typeof(k.value) = 'array' then (
          select jsonb_agg(case when (each.value->>'unitId')::uuid = any($5::uuid[]) then each.value else each.value - array['unitName'] end)
          from jsonb_array_elements(k.value) each
        ) else k.value end)
        from jsonb_each(t15.before) k
        where case when k.key = 'reason' and starts_with(t15.action, 'absence.') then exists (
          select
          from members w
          where w.bureau_id = $1::uuid and w.id = t15.entity_id and (w.id in (
            select belongs.member_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.unit_id = any($9::uuid[])
          ) or w.id = (
            select viewer.member_id
            from shared0 viewer
          ))
        ) when k.key = any(array['unitName']) and t15.before ? 'unitId' then (t15.before->>'unitId')::uuid = any($5::uuid[]) when k.key = any(array['grid']) and t15.before ? 'gridId' then exists (
          select
          from (
            select f.grid_id, f.station_id, f.police_room_id
            from grid_facts f
            where f.bureau_id = $1::uuid and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
          ) now
          where now.grid_id = (t15.before->>'gridId')::uuid and now.station_id = any($5::uuid[])
        ) when k.key = any(array['member','badge']) and t15.before ? 'memberId' then exists (
          select
          from members named
          where named.bureau_id = $1::uuid and named.id = (t15.before->>'memberId')::uuid and (named.id in (
            select belongs.member_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.unit_id = any($5::uuid[])
          ) or named.id = (
            select viewer.member_id
            from shared0 viewer
          ) or named.id in (
            select a.member_id
            from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
            where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
          ))
        ) else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
      ), '{}') end)::text,'null')||
      ',"after":'||coalesce((case when t15.after is not null then coalesce((
        select jsonb_object_agg(k.key, case when k.key = any(array['roles']) and jsonb_typeof(k.value) = 'array' then (
          select jsonb_agg(case when (each.value->>'unitId')::uuid = any($5::uuid[]) then each.value else each.value - array['unitName'] end)
          from jsonb_array_elements(k.value) each
        ) else k.value end)
        from jsonb_each(t15.after) k
        where case when k.key = 'reason' and starts_with(t15.action, 'absence.') then exists (
          select
          from members w
          where w.bureau_id = $1::uuid and w.id = t15.entity_id and (w.id in (
            select belongs.member_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.unit_id = any($9::uuid[])
          ) or w.id = (
            select viewer.member_id
            from shared0 viewer
          ))
        ) when k.key = any(array['unitName']) and t15.after ? 'unitId' then (t15.after->>'unitId')::uuid = any($5::uuid[]) when k.key = any(array['grid']) and t15.after ? 'gridId' then exists (
          select
          from (
            select f.grid_id, f.station_id, f.police_room_id
            from grid_facts f
            where f.bureau_id = $1::uuid and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
          ) now
          where now.grid_id = (t15.after->>'gridId')::uuid and now.station_id = any($5::uuid[])
        ) when k.key = any(array['member','badge']) and t15.after ? 'memberId' then exists (
          select
          from members named
          where named.bureau_id = $1::uuid and named.id = (t15.after->>'memberId')::uuid and (named.id in (
            select belongs.member_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
            ) belongs
            where belongs.unit_id = any($5::uuid[])
          ) or named.id = (
            select viewer.member_id
            from shared0 viewer
          ) or named.id in (
            select a.member_id
            from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
            where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
          ))
        ) else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
      ), '{}') end)::text,'null')||
      ',"reason":'||coalesce(to_json(case when starts_with(t15.action, 'absence.') and not exists (
        select
        from members w
        where w.bureau_id = $1::uuid and w.id = t15.entity_id and (w.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($9::uuid[])
        ) or w.id = (
          select viewer.member_id
          from shared0 viewer
        ))
      ) then null else t15.reason end)::text,'null')||'}', ',' order by t15.sequence desc),'')||']'
      from audit_entries t15
      where t15.bureau_id = $1::uuid and t15.entity_id = t2.id
    )||'}'
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
    ) t2
    left join lateral (
      select *
      from units t3
      where t3.bureau_id = $1::uuid and t3.id = any($5::uuid[]) and t3.id = t2.unit_id offset 0
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
          where not ( coalesce(m.left_on <= $3::date, false) or m.id in (
            select l.member_id
            from service_breaks l
            where l.bureau_id = $1::uuid and l.starts_on <= $3::date and (l.ends_on is null or l.ends_on > $3::date)
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
      where true and t4.member_id = t2.id offset 0
    ) t4 on true
    left join lateral (
      select *
      from absences t5
      where t5.bureau_id = $1::uuid and exists (
        select
        from members named
        where named.bureau_id = $1::uuid and named.id = t5.member_id and (named.id in (
          select belongs.member_id
          from (
            select own.member_id, own.unit_id
            from member_units own
            where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
          ) belongs
          where belongs.unit_id = any($5::uuid[])
        ) or named.id = (
          select viewer.member_id
          from shared0 viewer
        ) or named.id in (
          select a.member_id
          from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
          where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
        ))
      ) and t5.id = t4.id offset 0
    ) t5 on true
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
      ) t6
      where (t6.id in (
        select belongs.member_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.unit_id = any($5::uuid[])
      ) or t6.id = (
        select viewer.member_id
        from shared0 viewer
      ) or t6.id in (
        select a.member_id
        from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
        where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
      )) and t6.id = t4.stand_in_id offset 0
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
      where true and t7.member_id = t2.id offset 0
    ) t7 on true
    where (t2.id in (
      select belongs.member_id
      from (
        select own.member_id, own.unit_id
        from member_units own
        where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
      ) belongs
      where belongs.unit_id = any($5::uuid[])
    ) or t2.id = (
      select viewer.member_id
      from shared0 viewer
    ) or t2.id in (
      select a.member_id
      from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
      where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
    )) and t2.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t16.id)||'"'||'}'
    from absences t16
    where t16.bureau_id = $1::uuid and exists (
      select
      from members named
      where named.bureau_id = $1::uuid and named.id = t16.member_id and (named.id in (
        select belongs.member_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $3::date and (own.ends_on is null or own.ends_on > $3::date)
        ) belongs
        where belongs.unit_id = any($5::uuid[])
      ) or named.id = (
        select viewer.member_id
        from shared0 viewer
      ) or named.id in (
        select a.member_id
        from assignments a join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and g.starts_on <= $3::date and (g.ends_on is null or g.ends_on > $3::date)
        where a.bureau_id = $1::uuid and g.station_id = any($5::uuid[]) and (a.ends_at is null or (a.ends_at > $4::timestamptz and a.ends_at > a.starts_at))
      ))
    ) and t16.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t17.id)||'"'||'}'
    from work_items t17
    where t17.bureau_id = $1::uuid and (t17.station_id = any($5::uuid[]) or t17.issuer_unit_id = any($5::uuid[]) or (case when t17.duty is not null then (t17.grid_id, t17.duty) in (
      select v.grid_id, v.duty
      from shared2 v
    ) else coalesce(t17.member_id in (
      select v.member_id
      from shared1 v
    ), false) end) or coalesce(t17.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and t17.unit_id in (
      select v.unit_id
      from shared3 v
    ), false), false)) and t17.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t18.id)||'"'||'}'
    from deadline_rules t18
    where t18.bureau_id = $1::uuid and t18.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t19.id)||'"'||'}'
    from calendar_revisions t19
    where t19.bureau_id = $1::uuid and (t19.state = 'PUBLISHED' or false) and t19.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t20.id)||'"'||'}'
    from matters t20
    where t20.bureau_id = $1::uuid and (t20.station_id = any($5::uuid[]) or exists (
      select
      from work_items letting_in
      where letting_in.bureau_id = $1::uuid and letting_in.matter_id = t20.id and ( coalesce(letting_in.order_kind not in ('LINKAGE', 'SUPERVISION'), true) and not exists (
        select
        from units partner
        where partner.bureau_id = $1::uuid and partner.id = letting_in.unit_id and partner.kind = 'PARTNER'
      )) and ((case when letting_in.duty is not null then (letting_in.grid_id, letting_in.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(letting_in.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(letting_in.member_id is null and letting_in.unit_id in (
        select v.unit_id
        from shared3 v
      ), false))
    )) and t20.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t21.id)||'"'||'}'
    from matter_categories t21
    where t21.bureau_id = $1::uuid and t21.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t22.id)||'"'||'}'
    from scene_reports t22
    where t22.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t22.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t22.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t23.id)||'"'||'}'
    from case_answers t23
    where t23.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t23.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t23.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t24.id)||'"'||'}'
    from community_feedbacks t24
    where t24.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t24.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t24.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t25.id)||'"'||'}'
    from rectifications t25
    where t25.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t25.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t25.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t26.id)||'"'||'}'
    from linkage_responses t26
    where t26.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t26.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t26.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t27.id)||'"'||'}'
    from task_results t27
    where t27.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t27.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t27.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t28.id)||'"'||'}'
    from rechecks t28
    where t28.bureau_id = $1::uuid and t28.station_id = any($5::uuid[]) and t28.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t29.id)||'"'||'}'
    from duty_lines t29
    where t29.bureau_id = $1::uuid and (t29.station_id is null or t29.station_id = any($5::uuid[]) or exists (
      select
      from duty_catalogue_copies given
      where given.bureau_id = $1::uuid and given.model_id = t29.station_id and given.station_id = any($5::uuid[])
    )) and t29.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t30.id)||'"'||'}'
    from duty_catalogue_copies t30
    where t30.bureau_id = $1::uuid and t30.station_id = any($5::uuid[]) and t30.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t31.id)||'"'||'}'
    from divisions t31
    where t31.bureau_id = $1::uuid and t31.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t32.id)||'"'||'}'
    from assignments t32
    where t32.bureau_id = $1::uuid and exists (
      select
      from (
        select f.grid_id, f.station_id, f.police_room_id
        from grid_facts f
        where f.bureau_id = $1::uuid and f.starts_on <= $3::date and (f.ends_on is null or f.ends_on > $3::date)
      ) now
      where now.grid_id = t32.grid_id and now.station_id = any($5::uuid[])
    ) and t32.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t33.id)||'"'||'}'
    from staffing_standards t33
    where t33.bureau_id = $1::uuid and t33.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t34.id)||'"'||'}'
    from work_events t34
    where t34.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t34.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t34.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t35.id)||'"'||'}'
    from handovers t35
    where t35.bureau_id = $1::uuid and (t35.station_id = any($5::uuid[]) or (
      select viewer.member_id
      from shared0 viewer
    ) in (t35.giver_id, t35.taker_id)) and t35.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t36.id)||'"'||'}'
    from evidence_files t36
    where t36.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t36.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t36.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t37.id)||'"'||'}'
    from import_runs t37
    where t37.bureau_id = $1::uuid and false and t37.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t38.id)||'"'||'}'
    from sealed_contacts t38
    where t38.bureau_id = $1::uuid and exists (
      select
      from matters seen_matter
      where seen_matter.bureau_id = $1::uuid and seen_matter.id = t38.matter_id and (seen_matter.station_id = any($5::uuid[]) or exists (
        select
        from work_items letting_in
        where letting_in.bureau_id = $1::uuid and letting_in.matter_id = seen_matter.id and ( coalesce(letting_in.order_kind not in ('LINKAGE', 'SUPERVISION'), true) and not exists (
          select
          from units partner
          where partner.bureau_id = $1::uuid and partner.id = letting_in.unit_id and partner.kind = 'PARTNER'
        )) and ((case when letting_in.duty is not null then (letting_in.grid_id, letting_in.duty) in (
          select v.grid_id, v.duty
          from shared2 v
        ) else coalesce(letting_in.member_id in (
          select v.member_id
          from shared1 v
        ), false) end) or coalesce(letting_in.member_id is null and letting_in.unit_id in (
          select v.unit_id
          from shared3 v
        ), false))
      ))
    ) and t38.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t39.id)||'"'||'}'
    from checklist_versions t39
    where t39.bureau_id = $1::uuid and t39.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t40.id)||'"'||'}'
    from checklist_templates t40
    where t40.bureau_id = $1::uuid and t40.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t41.id)||'"'||'}'
    from run_reports t41
    where t41.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t41.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t41.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t42.id)||'"'||'}'
    from dispositions t42
    where t42.bureau_id = $1::uuid and exists (
      select
      from work_items seen
      where seen.bureau_id = $1::uuid and seen.id = t42.item_id and (seen.station_id = any($5::uuid[]) or seen.issuer_unit_id = any($5::uuid[]) or (case when seen.duty is not null then (seen.grid_id, seen.duty) in (
        select v.grid_id, v.duty
        from shared2 v
      ) else coalesce(seen.member_id in (
        select v.member_id
        from shared1 v
      ), false) end) or coalesce(seen.unit_id = any($5::uuid[]) or coalesce(null::uuid is null and seen.unit_id in (
        select v.unit_id
        from shared3 v
      ), false), false))
    ) and t42.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t43.id)||'"'||'}'
    from recheck_draws t43
    where t43.bureau_id = $1::uuid and t43.station_id = any($5::uuid[]) and t43.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t44.id)||'"'||'}'
    from recheck_quotas t44
    where t44.bureau_id = $1::uuid and (t44.station_id is null or t44.station_id = any($5::uuid[])) and t44.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t45.id)||'"'||'}'
    from list_views t45
    where t45.bureau_id = $1::uuid and (t45.deleted_at is null and (t45.account_id = $2::uuid or (t45.unit_id is not null and t45.unit_id = any($5::uuid[])))) and t45.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t46.id)||'"'||'}'
    from list_preferences t46
    where t46.bureau_id = $1::uuid and t46.account_id = $2::uuid and t46.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t47.id)||'"'||'}'
    from list_exports t47
    where t47.bureau_id = $1::uuid and t47.account_id = $2::uuid and t47.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t48.id)||'"'||'}'
    from accounts t48
    where t48.bureau_id = $1::uuid and t48.id = $2::uuid and t48.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t49.id)||'"'||'}'
    from role_grants t49
    where t49.bureau_id = $1::uuid and t49.account_id = $2::uuid and t49.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t50.id)||'"'||'}'
    from sessions t50
    where t50.bureau_id = $1::uuid and t50.account_id = $2::uuid and t50.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t51.id)||'"'||'}'
    from api_tokens t51
    where t51.bureau_id = $1::uuid and t51.account_id = $2::uuid and t51.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t52.id)||'"'||'}'
    from audit_entries t52
    where t52.bureau_id = $1::uuid and false and t52.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t53.id)||'"'||'}'
    from audit_chain_checks t53
    where t53.bureau_id = $1::uuid and false and t53.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t54.bureau_id)||'"'||'}'
    from bureaus t54
    where t54.bureau_id = $1::uuid and t54.bureau_id = $6::uuid
  ),(
    select '{"id":'||'"'||(t55.id)||'"'||'}'
    from consents t55
    where t55.bureau_id = $1::uuid and false and t55.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t56.id)||'"'||'}'
    from week_reviews t56
    where t56.bureau_id = $1::uuid and t56.station_id = any($5::uuid[]) and t56.id = $6::uuid
  ),(
    select '{"id":'||'"'||(t57.id)||'"'||'}'
    from list_schemes t57
    where t57.bureau_id = $1::uuid and (t57.station_id is null or t57.station_id = any($5::uuid[])) and t57.id = $6::uuid
  )),'null')||'}' as json offset 0
) a
