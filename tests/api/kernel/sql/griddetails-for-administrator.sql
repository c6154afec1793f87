-- light
-- $1 uuid bureau
-- $2 uuid account
-- $3 timestamptz now
-- $4 date now:day
-- $5 uuid node: id
select case when octet_length(a.json) > 4000000 then maple_answer_too_large(octet_length(a.json), 4000000) else a.json end as json
from (
  with shared0 as materialized (
    select own.member_id
    from accounts own
    where own.bureau_id = $1::uuid and own.id = $2::uuid
  ) select '{"node":'||coalesce(coalesce((
    select '{"id":'||'"'||(t0.id)||'"'||
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
    ',"viewerMay":'||array_to_json(array_remove(array[case when true then 'UPDATE_GRID' end,case when true then 'MOVE_GRID' end,case when true and t0.closed_on is null then 'CLOSE_GRID' end,case when true and t0.closed_on is not null then 'REOPEN_GRID' end,case when true then 'ASSIGN_MEMBERS' end]::text[], null))::text||
    ',"station":'||coalesce(case when t1.id is not null then
    '{"id":'||'"'||(t1.id)||'"'||
    ',"name":'||to_json(t1.name)::text||'}' end,'null')||
    ',"policeRoom":'||coalesce(case when t2.id is not null then
    '{"id":'||'"'||(t2.id)||'"'||
    ',"name":'||to_json(t2.name)::text||'}' end,'null')||
    ',"coverage":'||coalesce(case when t3.grid_id is not null then
    '{"required":'||(t3.required)::text||
    ',"filled":'||(t3.filled)::text||
    ',"vacant":'||(t3.vacant)::text||
    ',"longestDaysVacant":'||(t3.longest_days_vacant)::text||
    ',"gridsWithVacancy":'||(t3.grids_with_vacancy)::text||'}' end,'null')||
    ',"seats":'||(
      select '['||coalesce(string_agg(
      '{"duty":'||'"'||(t4.duty)||'"'||
      ',"ordinal":'||(t4.ordinal)::text||
      ',"isRequired":'||(t4.is_required)::text||
      ',"isFilled":'||(t4.is_filled)::text||
      ',"daysVacant":'||coalesce((t4.days_vacant)::text,'null')||
      ',"holder":'||coalesce(case when t5.id is not null then
      '{"id":'||'"'||(t5.id)||'"'||
      ',"name":'||to_json(t5.name)::text||
      ',"badge":'||to_json(t5.badge)::text||
      ',"kind":'||'"'||(t5.kind)||'"'||'}' end,'null')||
      ',"vacantSince":'||coalesce('"'||(to_char((t4.vacant_since) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
      ',"viewerMay":'||array_to_json(array_remove(array[case when true and not t4.is_filled then 'ASSIGN_MEMBERS' end]::text[], null))::text||
      ',"responsible":'||coalesce(case when t6.id is not null then
      '{"id":'||'"'||(t6.id)||'"'||
      ',"name":'||to_json(t6.name)::text||
      ',"badge":'||to_json(t6.badge)::text||
      ',"kind":'||'"'||(t6.kind)||'"'||'}' end,'null')||
      ',"absence":'||coalesce(case when t7.id is not null then
      '{"id":'||'"'||(t7.id)||'"'||
      ',"startsAt":'||'"'||(to_char((t7.starts_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"endsAt":'||coalesce('"'||(to_char((t7.ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
      ',"reason":'||coalesce(to_json(case when true then t7.reason end)::text,'null')||'}' end,'null')||
      ',"assignment":'||coalesce(case when t8.id is not null then
      '{"id":'||'"'||(t8.id)||'"'||'}' end,'null')||'}', ',' order by t4.position, t4.ordinal),'')||']'
      from (
        select t.grid_id, t.station_today_id, t.duty, array_position(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER'], t.duty) as position, t.ordinal, t.is_required, t.holder_id is not null as is_filled, t.assignment_id, t.holder_id, (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
        ) as absence_id, case when (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
        ) is null then t.holder_id else (
          with recursive chain (member_id, path) as (
            select t.holder_id, array[t.holder_id]
            union all select b.substitute_id, chain.path || b.substitute_id
            from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
            where b.substitute_id is not null and not b.substitute_id = any(chain.path)
          ) select chain.member_id
          from chain join members m on m.bureau_id = $1::uuid and m.id = chain.member_id
          where not ( coalesce(m.left_on <= $4::date, false) or m.id in (
            select l.member_id
            from service_breaks l
            where l.bureau_id = $1::uuid and l.starts_on <= $4::date and (l.ends_on is null or l.ends_on > $4::date)
          )) and m.kind in (
            select h.member_kind
            from duty_holders h
            where h.bureau_id = $1::uuid and h.duty = t.duty
          ) and not exists (
            select
            from absences b
            where b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
          )
        ) end as responsible_id, case when (
          select b.id
          from absences b
          where b.bureau_id = $1::uuid and b.member_id = t.holder_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
        ) is null then '{}'::uuid[] else (
          with recursive chain (member_id, path) as (
            select t.holder_id, array[t.holder_id]
            union all select b.substitute_id, chain.path || b.substitute_id
            from chain join absences b on b.bureau_id = $1::uuid and b.member_id = chain.member_id and b.starts_at <= $3::timestamptz and (b.ends_at is null or b.ends_at > $3::timestamptz)
            where b.substitute_id is not null and not b.substitute_id = any(chain.path)
          ) select chain.path[2:]
          from chain order by cardinality(chain.path) desc
          limit 1
        ) end as substitute_ids, case when t.holder_id is null then greatest((t.opened_on::timestamp at time zone 'Asia/Shanghai'), case when t.facts_since = '-infinity' then (
          select max(v.starts_at)
          from staffing_standards v
          where v.bureau_id = $1::uuid and v.grid_kind = t.kind and v.complexity = t.complexity and v.duty = t.duty and v.starts_at <= $3::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= t.ordinal and not exists (
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
          where a.since <= $3::timestamptz and (a.until is null or a.since < a.until) and not exists (
            select
            from asked b
            where b.until = a.since and b.since < b.until
          )
        ) end, (
          select max(e.ends_at)
          from assignments e
          where e.bureau_id = $1::uuid and e.grid_id = t.grid_id and e.duty = t.duty and e.ends_at <= $3::timestamptz and e.starts_at < e.ends_at and (t.ordinal = 1 or t.ordinal <= (
            select count(*)
            from assignments o
            where o.bureau_id = $1::uuid and o.grid_id = t.grid_id and o.duty = t.duty and o.starts_at < e.ends_at and (o.ends_at is null or o.ends_at >= e.ends_at)
          ))
        )) end as vacant_since, case when t.holder_id is null then floor(extract(epoch from $3::timestamptz - greatest((t.opened_on::timestamp at time zone 'Asia/Shanghai'), case when t.facts_since = '-infinity' then (
          select max(v.starts_at)
          from staffing_standards v
          where v.bureau_id = $1::uuid and v.grid_kind = t.kind and v.complexity = t.complexity and v.duty = t.duty and v.starts_at <= $3::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= t.ordinal and not exists (
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
          where a.since <= $3::timestamptz and (a.until is null or a.since < a.until) and not exists (
            select
            from asked b
            where b.until = a.since and b.since < b.until
          )
        ) end, (
          select max(e.ends_at)
          from assignments e
          where e.bureau_id = $1::uuid and e.grid_id = t.grid_id and e.duty = t.duty and e.ends_at <= $3::timestamptz and e.starts_at < e.ends_at and (t.ordinal = 1 or t.ordinal <= (
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
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $4::date and (f.ends_on is null or f.ends_on > $4::date)
                where g.bureau_id = $1::uuid
              ) g cross join unnest(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR', 'GRID_WORKER']) d (duty)
              left join staffing_standards s on s.bureau_id = $1::uuid and s.grid_kind = g.kind and s.complexity = g.complexity and s.duty = d.duty and s.starts_at <= $3::timestamptz and (s.ends_at is null or s.ends_at > $3::timestamptz)
              left join assignments a on a.bureau_id = $1::uuid and a.grid_id = g.id and a.duty = d.duty and a.starts_at <= $3::timestamptz and (a.ends_at is null or a.ends_at > $3::timestamptz)
              where true and g.opened_on <= $4::date and (g.closed_on is null or g.closed_on > $4::date) and (a.id is not null or s.at_least > 0) window came as (partition by g.id, d.duty order by a.starts_at, a.id)
            ) h
          ) n
        ) t
      ) t4
      left join lateral (
        select *
        from (
          select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_id, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_today_id
          from members m
          where m.bureau_id = $1::uuid
        ) t5
        where true and t5.id = t4.holder_id offset 0
      ) t5 on true
      left join lateral (
        select *
        from (
          select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_id, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_today_id
          from members m
          where m.bureau_id = $1::uuid
        ) t6
        where true and t6.id = t4.responsible_id offset 0
      ) t6 on true
      left join lateral (
        select *
        from absences t7
        where t7.bureau_id = $1::uuid and t7.id = t4.absence_id offset 0
      ) t7 on true
      left join lateral (
        select *
        from assignments t8
        where t8.bureau_id = $1::uuid and t8.id = t4.assignment_id offset 0
      ) t8 on true
      where true and true and t4.grid_id = t0.id
    )||
    ',"codeScheme":'||to_json(t0.code_scheme)::text||
    ',"isOpen":'||(t0.opened_on <= $4::date and (t0.closed_on is null or t0.closed_on > $4::date))::text||
    ',"facts":'||(
      select '['||coalesce(string_agg(
      '{"startsOn":'||coalesce('"'||(to_char(nullif(t9.starts_on, '-infinity'), 'YYYY-MM-DD'))||'"','null')||
      ',"endsOn":'||coalesce('"'||(to_char(t9.ends_on, 'YYYY-MM-DD'))||'"','null')||
      ',"reason":'||coalesce(to_json(t9.reason)::text,'null')||
      ',"name":'||to_json(t9.name)::text||
      ',"kind":'||'"'||(t9.kind)||'"'||
      ',"complexity":'||'"'||(t9.complexity)||'"'||
      ',"level":'||(t9.level)::text||
      ',"station":'||coalesce(case when t10.id is not null then
      '{"id":'||'"'||(t10.id)||'"'||
      ',"name":'||to_json(t10.name)::text||'}' end,'null')||
      ',"policeRoom":'||coalesce(case when t11.id is not null then
      '{"id":'||'"'||(t11.id)||'"'||
      ',"name":'||to_json(t11.name)::text||'}' end,'null')||'}', ',' order by t9.starts_on desc),'')||']'
      from grid_facts t9
      left join lateral (
        select *
        from units t10
        where t10.bureau_id = $1::uuid and t10.id = t9.station_id offset 0
      ) t10 on true
      left join lateral (
        select *
        from units t11
        where t11.bureau_id = $1::uuid and t11.id = t9.police_room_id offset 0
      ) t11 on true
      where t9.bureau_id = $1::uuid and t9.grid_id = t0.id
    )||
    ',"division":'||coalesce(case when t12.id is not null then
    '{"id":'||'"'||(t12.id)||'"'||
    ',"code":'||to_json(t12.code)::text||
    ',"name":'||to_json(t12.name)::text||'}' end,'null')||
    ',"assignments":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t13.id)||'"'||
      ',"duty":'||'"'||(t13.duty)||'"'||
      ',"startsAt":'||'"'||(to_char((t13.starts_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"endsAt":'||coalesce('"'||(to_char((t13.ends_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"','null')||
      ',"state":'||'"'||( case when t13.starts_at = t13.ends_at then 'CANCELLED' when t13.starts_at > $3::timestamptz then 'PLANNED' when t13.ends_at <= $3::timestamptz then 'ENDED' else 'CURRENT' end)||'"'||
      ',"concurrentPost":'||coalesce(to_json(t13.concurrent_post)::text,'null')||
      ',"reason":'||coalesce(to_json(t13.reason)::text,'null')||
      ',"endReason":'||coalesce(to_json(t13.end_reason)::text,'null')||
      ',"version":'||(t13.version)::text||
      ',"viewerMay":'||array_to_json(array_remove(array[case when true and (t13.ends_at is null or t13.ends_at > $3::timestamptz and t13.ends_at > t13.starts_at) then 'END_ASSIGNMENT' end,case when true and (t13.ends_at is null or t13.ends_at > $3::timestamptz and t13.ends_at > t13.starts_at) then 'REPLACE_HOLDER' end,case when true and ( t13.created_at > $3::timestamptz - '24 hours'::interval and (t13.ends_at is null or t13.ends_at > $3::timestamptz and t13.ends_at > t13.starts_at) and (
        select e.action
        from audit_entries e
        where e.bureau_id = $1::uuid and e.entity_id = t13.id order by e.sequence desc
        limit 1
      ) in ('assignment.assign', 'assignment.reopen')) then 'UNDO_ASSIGNMENT' end]::text[], null))::text||
      ',"member":'||coalesce(case when t14.id is not null then
      '{"id":'||'"'||(t14.id)||'"'||
      ',"name":'||to_json(t14.name)::text||
      ',"badge":'||to_json(t14.badge)::text||
      ',"kind":'||'"'||(t14.kind)||'"'||'}' end,'null')||
      ',"history":'||(
        select '['||coalesce(string_agg(
        '{"id":'||'"'||(t15.id)||'"'||
        ',"at":'||'"'||(to_char((t15.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
        ',"actorName":'||to_json(t15.actor_name)::text||
        ',"action":'||to_json(t15.action)::text||
        ',"before":'||coalesce((case when t15.before is not null then coalesce((
          select jsonb_object_agg(k.key, k.value)
          from jsonb_each(t15.before) k
          where case when k.key = 'reason' and starts_with(t15.action, 'absence.') then true when k.key = any(array['unitName']) and t15.before ? 'unitId' then true when k.key = any(array['grid']) and t15.before ? 'gridId' then true when k.key = any(array['member','badge']) and t15.before ? 'memberId' then true else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
        ), '{}') end)::text,'null')||
        ',"after":'||coalesce((case when t15.after is not null then coalesce((
          select jsonb_object_agg(k.key, k.value)
          from jsonb_each(t15.after) k
          where case when k.key = 'reason' and starts_with(t15.action, 'absence.') then true when k.key = any(array['unitName']) and t15.after ? 'unitId' then true when k.key = any(array['grid']) and t15.after ? 'gridId' then true when k.key = any(array['member','badge']) and t15.after ? 'memberId' then true else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
        ), '{}') end)::text,'null')||
        ',"reason":'||coalesce(to_json(case when starts_with(t15.action, 'absence.') and not true then null else t15.reason end)::text,'null')||'}', ',' order by t15.sequence desc),'')||']'
        from audit_entries t15
        where t15.bureau_id = $1::uuid and t15.entity_id = t13.id
      )||'}', ',' order by t13.starts_at desc, t13.id desc),'')||']'
      from assignments t13
      left join lateral (
        select *
        from (
          select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_id, (
            select belongs.unit_id
            from (
              select own.member_id, own.unit_id
              from member_units own
              where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
            ) belongs
            where belongs.member_id = m.id
          ) as unit_today_id
          from members m
          where m.bureau_id = $1::uuid
        ) t14
        where true and t14.id = t13.member_id offset 0
      ) t14 on true
      where t13.bureau_id = $1::uuid and true and t13.grid_id = t0.id
    )||
    ',"history":'||(
      select '['||coalesce(string_agg(
      '{"id":'||'"'||(t16.id)||'"'||
      ',"at":'||'"'||(to_char((t16.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))||'"'||
      ',"actorName":'||to_json(t16.actor_name)::text||
      ',"action":'||to_json(t16.action)::text||
      ',"before":'||coalesce((case when t16.before is not null then coalesce((
        select jsonb_object_agg(k.key, k.value)
        from jsonb_each(t16.before) k
        where case when k.key = 'reason' and starts_with(t16.action, 'absence.') then true when k.key = any(array['unitName']) and t16.before ? 'unitId' then true when k.key = any(array['grid']) and t16.before ? 'gridId' then true when k.key = any(array['member','badge']) and t16.before ? 'memberId' then true else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
      ), '{}') end)::text,'null')||
      ',"after":'||coalesce((case when t16.after is not null then coalesce((
        select jsonb_object_agg(k.key, k.value)
        from jsonb_each(t16.after) k
        where case when k.key = 'reason' and starts_with(t16.action, 'absence.') then true when k.key = any(array['unitName']) and t16.after ? 'unitId' then true when k.key = any(array['grid']) and t16.after ? 'gridId' then true when k.key = any(array['member','badge']) and t16.after ? 'memberId' then true else k.key = any(array['bureauId','code','name','sessionIdleMinutes','sessionHours','identityStamp','cursorKey','version','createdAt','id','parentId','kind','nameInitials','template','level','position','openedOn','closedOn','badge','phone','joinedOn','leftOn','memberId','startsOn','endsOn','reason','unitId','substituteId','startsAt','endsAt','divisionId','codeScheme','households','population','countedYear','gridId','stationId','policeRoomId','complexity','duty','memberKind','gridKind','atLeast','atMost','concurrentPost','endReason','replacesId','replacedEndReason','displayName','passwordHash','mustChangePassword','disabledAt','accountId','role','personId','state','requestedBy','requestedAt','expiresAt','decidedBy','byOperator','decidedAt','accountPerson','requestedPerson','decidedPerson','secretHash','lastSeenAt','endedAt','userAgent','address','subjectId','source','tries','triedAt','lockedUntil','lastUsedAt','scope','prefix','revokedAt','number','note','announcedYears','publishedAt','publishedBy','revisionId','startsMinute','endsMinute','day','opening','revision','intakeClass','categoryId','urgency','title','description','happenedAt','registeredAt','registeredBy','registrarId','firstReceiverId','items','outcome','outcomeNote','method','mergedIntoId','matterId','at','sealed','erasedAt','modelId','copiedAt','linesSet','linesEnded','unitKind','owner','text','serves','isSetAside','isOurs','copyId','madeThrough','retiredAt','templateId','lastOn','recurrence','onClosedDay','windowDays','graceDays','lateDays','burdenMinutes','isReviewed','madeFrom','supersededOn','versionId','wording','evidence','isRequired','least','most','choices','fails','failsBound','failingChoices','finds','hazardCategory','occurrenceOn','runs','digest','isLast','madeAt','series','year','last','orderKind','batchId','issuerUnitId','issuedBy','instructions','photosAtLeast','templateVersionId','seatDuty','windowEndsOn','missedAt','opensAt','stateSince','round','returns','card','suspendedSince','nextDueAt','warnAt','tickAt','dueOn','closedAt','returnAskedAt','isLate','submittedBy','feedbackType','feedbackId','lastSequence','lastEventAt','lastEventId','itemId','sequence','action','fromState','toState','actorName','actorMemberId','onBehalfOfId','cause','answeredById','clock','dueBefore','dueAfter','giverId','takerId','begunAt','begunBy','beginner','isSignedByGiver','endedBy','handoverId','eventId','unit','acceptWithin','feedbackWithin','closeWithin','reworkWithin','warnAtPercent','escalateAfter','urgesWhenDueSoon','tellsAtAnyHour','ruleId','calendarRevisionId','startedAt','startedSequence','budget','extendedBy','dueAt','satisfiedAt','breachedAt','voidAt','until','clockId','asked','since','askedAt','askedBy','isGranted','granted','grantedFrom','opinion','toldAt','waitsUntil','sentDigest','mediaType','keptDigest','thumbnailDigest','bytes','width','height','announcedAt','receivedAt','isOfRecheck','laidAt','submittedAt','happened','done','likelyCourse','isTakenOn','caseNumber','isResolved','furtherNeed','response','count','minutes','settled','visitedOn','reportId','runId','told','choice','photoId','isFailed','wrong','found','perMonth','month','seed','pool','candidates','checkers','drawn','passedOver','drawnAt','drawnBy','drawer','drawId','place','doneById','checkerId','turn','recheckId','checkedAt','checkedBy','checker','rectificationId','titles','sources','weekStart','reopenedReason','reopenedBy','signedAt','signedBy','signer','late','missed','returned','waiting','snapshot','reviewId','lineKey','decision','decider','saidAt','saidBy','speaker','lookedAt','entityType','entityId','before','after','requestId','previousHash','hash','origin','finishedAt','milliseconds','wholeSince','afterSequence','throughSequence','throughHash','entries','isCutShort','brokenAt','keptSequence','type','payload','key','mutation','inputHash','result','status','fileName','fileDigest','sheets','sheet','columns','mapping','preview','notes','options','totalRows','doneRows','errorCount','summary','creations','causes','activeAt','row','column','value','message','params','list','rows','by','page','query','isDense','deletedAt','defaultViewId','caption','format','locale','document','fault','roles','sessionsEnded']) end
      ), '{}') end)::text,'null')||
      ',"reason":'||coalesce(to_json(case when starts_with(t16.action, 'absence.') and not true then null else t16.reason end)::text,'null')||'}', ',' order by t16.sequence desc),'')||']'
      from audit_entries t16
      where t16.bureau_id = $1::uuid and t16.entity_id = t0.id
    )||'}'
    from ((
      select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
      from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $4::date and (f.ends_on is null or f.ends_on > $4::date)
      where g.bureau_id = $1::uuid
    )) t0
    left join lateral (
      select *
      from units t1
      where t1.bureau_id = $1::uuid and t1.id = t0.station_id offset 0
    ) t1 on true
    left join lateral (
      select *
      from units t2
      where t2.bureau_id = $1::uuid and t2.id = t0.police_room_id offset 0
    ) t2 on true
    left join lateral (
      select *
      from (
        select c.grid_id, c.required, c.filled, c.required - c.filled as vacant, c.surplus, c.filled::float8 / nullif(c.required, 0) as rate, c.days_vacant, c.longest_days_vacant, 1 as grids, (c.required > c.filled)::int as grids_with_vacancy
        from (
          select c.grid_id, c.station_id, c.police_room_id, c.is_of_reach, c.is_shown, c.kind, c.required, c.filled, c.surplus, coalesce(v.days_vacant, 0) as days_vacant, coalesce(v.longest_days_vacant, 0) as longest_days_vacant
          from (
            select w.*, w.required_responsible_officer + w.required_auxiliary + w.required_mediator + w.required_security_director + w.required_grid_worker as required, least(w.filled_responsible_officer, w.required_responsible_officer) + least(w.filled_auxiliary, w.required_auxiliary) + least(w.filled_mediator, w.required_mediator) + least(w.filled_security_director, w.required_security_director) + least(w.filled_grid_worker, w.required_grid_worker) as filled, greatest(w.filled_responsible_officer - w.required_responsible_officer, 0) + greatest(w.filled_auxiliary - w.required_auxiliary, 0) + greatest(w.filled_mediator - w.required_mediator, 0) + greatest(w.filled_security_director - w.required_security_director, 0) + greatest(w.filled_grid_worker - w.required_grid_worker, 0) as surplus
            from (
              select g.id as grid_id, g.station_id, g.station_today_id, g.police_room_id, g.kind, g.complexity, g.opened_on, g.facts_since, true as is_of_reach, true as is_shown, coalesce(s.required_responsible_officer, 0) as required_responsible_officer, coalesce(h.filled_responsible_officer, 0) as filled_responsible_officer, coalesce(s.required_auxiliary, 0) as required_auxiliary, coalesce(h.filled_auxiliary, 0) as filled_auxiliary, coalesce(s.required_mediator, 0) as required_mediator, coalesce(h.filled_mediator, 0) as filled_mediator, coalesce(s.required_security_director, 0) as required_security_director, coalesce(h.filled_security_director, 0) as filled_security_director, coalesce(s.required_grid_worker, 0) as required_grid_worker, coalesce(h.filled_grid_worker, 0) as filled_grid_worker
              from (
                select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $4::date and (f.ends_on is null or f.ends_on > $4::date)
                where g.bureau_id = $1::uuid
              ) g
              left join (
                select s.grid_kind, s.complexity, max(s.at_least) filter (where s.duty = 'RESPONSIBLE_OFFICER')::int as required_responsible_officer, max(s.at_least) filter (where s.duty = 'AUXILIARY')::int as required_auxiliary, max(s.at_least) filter (where s.duty = 'MEDIATOR')::int as required_mediator, max(s.at_least) filter (where s.duty = 'SECURITY_DIRECTOR')::int as required_security_director, max(s.at_least) filter (where s.duty = 'GRID_WORKER')::int as required_grid_worker
                from (
                  select s.grid_kind, s.complexity, s.duty, s.at_least
                  from staffing_standards s
                  where s.bureau_id = $1::uuid and s.starts_at <= $3::timestamptz and (s.ends_at is null or s.ends_at > $3::timestamptz) and s.at_least > 0
                ) s
                group by s.grid_kind, s.complexity
              ) s on s.grid_kind = g.kind and s.complexity = g.complexity
              left join (
                select h.grid_id, count(*) filter (where h.duty = 'RESPONSIBLE_OFFICER')::int as filled_responsible_officer, count(*) filter (where h.duty = 'AUXILIARY')::int as filled_auxiliary, count(*) filter (where h.duty = 'MEDIATOR')::int as filled_mediator, count(*) filter (where h.duty = 'SECURITY_DIRECTOR')::int as filled_security_director, count(*) filter (where h.duty = 'GRID_WORKER')::int as filled_grid_worker
                from (
                  select a.id, a.grid_id, a.member_id, a.duty, a.starts_at
                  from assignments a
                  where a.bureau_id = $1::uuid and a.starts_at <= $3::timestamptz and (a.ends_at is null or a.ends_at > $3::timestamptz)
                ) h
                group by h.grid_id
              ) h on h.grid_id = g.id
              where true and g.opened_on <= $4::date and (g.closed_on is null or g.closed_on > $4::date)
            ) w
          ) c
          left join lateral (
            select sum(v.days_vacant)::int as days_vacant, max(v.longest_days_vacant) as longest_days_vacant
            from (
              select w.grid_id, w.station_id, w.station_today_id, w.police_room_id, w.kind, w.complexity, w.opened_on, w.facts_since, w.is_of_reach, w.is_shown, d.duty, d.required, d.filled
              from (
                select w.*, w.required_responsible_officer + w.required_auxiliary + w.required_mediator + w.required_security_director + w.required_grid_worker as required, least(w.filled_responsible_officer, w.required_responsible_officer) + least(w.filled_auxiliary, w.required_auxiliary) + least(w.filled_mediator, w.required_mediator) + least(w.filled_security_director, w.required_security_director) + least(w.filled_grid_worker, w.required_grid_worker) as filled, greatest(w.filled_responsible_officer - w.required_responsible_officer, 0) + greatest(w.filled_auxiliary - w.required_auxiliary, 0) + greatest(w.filled_mediator - w.required_mediator, 0) + greatest(w.filled_security_director - w.required_security_director, 0) + greatest(w.filled_grid_worker - w.required_grid_worker, 0) as surplus
                from (
                  select g.id as grid_id, g.station_id, g.station_today_id, g.police_room_id, g.kind, g.complexity, g.opened_on, g.facts_since, true as is_of_reach, true as is_shown, coalesce(s.required_responsible_officer, 0) as required_responsible_officer, coalesce(h.filled_responsible_officer, 0) as filled_responsible_officer, coalesce(s.required_auxiliary, 0) as required_auxiliary, coalesce(h.filled_auxiliary, 0) as filled_auxiliary, coalesce(s.required_mediator, 0) as required_mediator, coalesce(h.filled_mediator, 0) as filled_mediator, coalesce(s.required_security_director, 0) as required_security_director, coalesce(h.filled_security_director, 0) as filled_security_director, coalesce(s.required_grid_worker, 0) as required_grid_worker, coalesce(h.filled_grid_worker, 0) as filled_grid_worker
                  from (
                    select g.id, g.code, g.code_scheme, g.division_id, g.households, g.population, g.counted_year, g.opened_on, g.closed_on, g.version, f.station_id, f.police_room_id, f.name, f.name_initials, f.kind, f.complexity, f.level, f.starts_on as facts_since, f.station_id as station_today_id
                    from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= $4::date and (f.ends_on is null or f.ends_on > $4::date)
                    where g.bureau_id = $1::uuid
                  ) g
                  left join (
                    select s.grid_kind, s.complexity, max(s.at_least) filter (where s.duty = 'RESPONSIBLE_OFFICER')::int as required_responsible_officer, max(s.at_least) filter (where s.duty = 'AUXILIARY')::int as required_auxiliary, max(s.at_least) filter (where s.duty = 'MEDIATOR')::int as required_mediator, max(s.at_least) filter (where s.duty = 'SECURITY_DIRECTOR')::int as required_security_director, max(s.at_least) filter (where s.duty = 'GRID_WORKER')::int as required_grid_worker
                    from (
                      select s.grid_kind, s.complexity, s.duty, s.at_least
                      from staffing_standards s
                      where s.bureau_id = $1::uuid and s.starts_at <= $3::timestamptz and (s.ends_at is null or s.ends_at > $3::timestamptz) and s.at_least > 0
                    ) s
                    group by s.grid_kind, s.complexity
                  ) s on s.grid_kind = g.kind and s.complexity = g.complexity
                  left join (
                    select h.grid_id, count(*) filter (where h.duty = 'RESPONSIBLE_OFFICER')::int as filled_responsible_officer, count(*) filter (where h.duty = 'AUXILIARY')::int as filled_auxiliary, count(*) filter (where h.duty = 'MEDIATOR')::int as filled_mediator, count(*) filter (where h.duty = 'SECURITY_DIRECTOR')::int as filled_security_director, count(*) filter (where h.duty = 'GRID_WORKER')::int as filled_grid_worker
                    from (
                      select a.id, a.grid_id, a.member_id, a.duty, a.starts_at
                      from assignments a
                      where a.bureau_id = $1::uuid and a.starts_at <= $3::timestamptz and (a.ends_at is null or a.ends_at > $3::timestamptz)
                    ) h
                    group by h.grid_id
                  ) h on h.grid_id = g.id
                  where true and g.opened_on <= $4::date and (g.closed_on is null or g.closed_on > $4::date)
                ) w
              ) w cross join lateral ( values ('RESPONSIBLE_OFFICER', w.required_responsible_officer, w.filled_responsible_officer), ('AUXILIARY', w.required_auxiliary, w.filled_auxiliary), ('MEDIATOR', w.required_mediator, w.filled_mediator), ('SECURITY_DIRECTOR', w.required_security_director, w.filled_security_director), ('GRID_WORKER', w.required_grid_worker, w.filled_grid_worker)) d (duty, required, filled)
              where w.required > w.filled and d.required > d.filled
            ) p cross join lateral (
              select sum(s.days)::int as days_vacant, max(s.days) as longest_days_vacant
              from (
                select floor(extract(epoch from $3::timestamptz - greatest((p.opened_on::timestamp at time zone 'Asia/Shanghai'), case when p.facts_since = '-infinity' then (
                  select max(v.starts_at)
                  from staffing_standards v
                  where v.bureau_id = $1::uuid and v.grid_kind = p.kind and v.complexity = p.complexity and v.duty = p.duty and v.starts_at <= $3::timestamptz and v.ends_at is distinct from v.starts_at and v.at_least >= n and not exists (
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
                  where a.since <= $3::timestamptz and (a.until is null or a.since < a.until) and not exists (
                    select
                    from asked b
                    where b.until = a.since and b.since < b.until
                  )
                ) end, (
                  select max(e.ends_at)
                  from assignments e
                  where e.bureau_id = $1::uuid and e.grid_id = p.grid_id and e.duty = p.duty and e.ends_at <= $3::timestamptz and e.starts_at < e.ends_at and (n = 1 or n <= (
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
      ) t3
      where true and t3.grid_id = t0.id offset 0
    ) t3 on true
    left join lateral (
      select *
      from divisions t12
      where t12.bureau_id = $1::uuid and t12.id = t0.division_id offset 0
    ) t12 on true
    where true and t0.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t17.id)||'"'||'}'
    from units t17
    where t17.bureau_id = $1::uuid and t17.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t18.id)||'"'||'}'
    from (
      select m.id, m.kind, m.badge, m.name, m.name_initials, m.phone, m.joined_on, m.left_on, m.version, (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
        ) belongs
        where belongs.member_id = m.id
      ) as unit_id, (
        select belongs.unit_id
        from (
          select own.member_id, own.unit_id
          from member_units own
          where own.bureau_id = $1::uuid and own.starts_on <= $4::date and (own.ends_on is null or own.ends_on > $4::date)
        ) belongs
        where belongs.member_id = m.id
      ) as unit_today_id
      from members m
      where m.bureau_id = $1::uuid
    ) t18
    where true and t18.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t19.id)||'"'||'}'
    from absences t19
    where t19.bureau_id = $1::uuid and t19.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t20.id)||'"'||'}'
    from work_items t20
    where t20.bureau_id = $1::uuid and t20.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t21.id)||'"'||'}'
    from deadline_rules t21
    where t21.bureau_id = $1::uuid and t21.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t22.id)||'"'||'}'
    from calendar_revisions t22
    where t22.bureau_id = $1::uuid and (t22.state = 'PUBLISHED' or true) and t22.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t23.id)||'"'||'}'
    from matters t23
    where t23.bureau_id = $1::uuid and t23.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t24.id)||'"'||'}'
    from matter_categories t24
    where t24.bureau_id = $1::uuid and t24.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t25.id)||'"'||'}'
    from scene_reports t25
    where t25.bureau_id = $1::uuid and t25.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t26.id)||'"'||'}'
    from case_answers t26
    where t26.bureau_id = $1::uuid and t26.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t27.id)||'"'||'}'
    from community_feedbacks t27
    where t27.bureau_id = $1::uuid and t27.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t28.id)||'"'||'}'
    from rectifications t28
    where t28.bureau_id = $1::uuid and t28.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t29.id)||'"'||'}'
    from linkage_responses t29
    where t29.bureau_id = $1::uuid and t29.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t30.id)||'"'||'}'
    from task_results t30
    where t30.bureau_id = $1::uuid and t30.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t31.id)||'"'||'}'
    from rechecks t31
    where t31.bureau_id = $1::uuid and t31.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t32.id)||'"'||'}'
    from duty_lines t32
    where t32.bureau_id = $1::uuid and t32.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t33.id)||'"'||'}'
    from duty_catalogue_copies t33
    where t33.bureau_id = $1::uuid and t33.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t34.id)||'"'||'}'
    from divisions t34
    where t34.bureau_id = $1::uuid and t34.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t35.id)||'"'||'}'
    from assignments t35
    where t35.bureau_id = $1::uuid and t35.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t36.id)||'"'||'}'
    from staffing_standards t36
    where t36.bureau_id = $1::uuid and t36.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t37.id)||'"'||'}'
    from work_events t37
    where t37.bureau_id = $1::uuid and t37.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t38.id)||'"'||'}'
    from handovers t38
    where t38.bureau_id = $1::uuid and (true or (
      select viewer.member_id
      from shared0 viewer
    ) in (t38.giver_id, t38.taker_id)) and t38.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t39.id)||'"'||'}'
    from evidence_files t39
    where t39.bureau_id = $1::uuid and t39.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t40.id)||'"'||'}'
    from import_runs t40
    where t40.bureau_id = $1::uuid and t40.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t41.id)||'"'||'}'
    from sealed_contacts t41
    where t41.bureau_id = $1::uuid and t41.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t42.id)||'"'||'}'
    from checklist_versions t42
    where t42.bureau_id = $1::uuid and t42.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t43.id)||'"'||'}'
    from checklist_templates t43
    where t43.bureau_id = $1::uuid and t43.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t44.id)||'"'||'}'
    from run_reports t44
    where t44.bureau_id = $1::uuid and t44.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t45.id)||'"'||'}'
    from dispositions t45
    where t45.bureau_id = $1::uuid and t45.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t46.id)||'"'||'}'
    from recheck_draws t46
    where t46.bureau_id = $1::uuid and t46.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t47.id)||'"'||'}'
    from recheck_quotas t47
    where t47.bureau_id = $1::uuid and (t47.station_id is null or true) and t47.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t48.id)||'"'||'}'
    from list_views t48
    where t48.bureau_id = $1::uuid and (t48.deleted_at is null and (t48.account_id = $2::uuid or (t48.unit_id is not null and true))) and t48.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t49.id)||'"'||'}'
    from list_preferences t49
    where t49.bureau_id = $1::uuid and t49.account_id = $2::uuid and t49.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t50.id)||'"'||'}'
    from list_exports t50
    where t50.bureau_id = $1::uuid and t50.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t51.id)||'"'||'}'
    from accounts t51
    where t51.bureau_id = $1::uuid and t51.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t52.id)||'"'||'}'
    from role_grants t52
    where t52.bureau_id = $1::uuid and t52.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t53.id)||'"'||'}'
    from sessions t53
    where t53.bureau_id = $1::uuid and t53.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t54.id)||'"'||'}'
    from api_tokens t54
    where t54.bureau_id = $1::uuid and t54.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t55.id)||'"'||'}'
    from audit_entries t55
    where t55.bureau_id = $1::uuid and t55.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t56.id)||'"'||'}'
    from audit_chain_checks t56
    where t56.bureau_id = $1::uuid and t56.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t57.bureau_id)||'"'||'}'
    from bureaus t57
    where t57.bureau_id = $1::uuid and t57.bureau_id = $5::uuid
  ),(
    select '{"id":'||'"'||(t58.id)||'"'||'}'
    from consents t58
    where t58.bureau_id = $1::uuid and t58.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t59.id)||'"'||'}'
    from week_reviews t59
    where t59.bureau_id = $1::uuid and t59.id = $5::uuid
  ),(
    select '{"id":'||'"'||(t60.id)||'"'||'}'
    from list_schemes t60
    where t60.bureau_id = $1::uuid and (t60.station_id is null or true) and t60.id = $5::uuid
  )),'null')||'}' as json offset 0
) a
