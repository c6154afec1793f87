/** What a careful person would write by hand for each answer: one statement, its JSON made by PostgreSQL. */
export interface Handwritten {
  text: string;
  values: (of: { bureauId: string; newId: () => string; input: Record<string, string> }) => string[];
}

const held = `
  select a.grid_id, a.duty, row_number() over (partition by a.grid_id, a.duty order by a.starts_at, a.id) as ordinal, m.id, m.name, m.badge
  from assignments a join members m on m.bureau_id = a.bureau_id and m.id = a.member_id
  where a.bureau_id = $1::uuid and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())`;

const asked = `
  select g.id as grid_id, g.station_id, s.duty, s.at_least
  from grids g join staffing_standards s on s.bureau_id = g.bureau_id and s.grid_kind = g.kind and s.complexity = g.complexity
    and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now())
  where g.bureau_id = $1::uuid and g.opened_on <= now()::date and (g.closed_on is null or g.closed_on > now()::date)`;

const overview: Handwritten = {
  text: `
    with held as materialized (${held}), asked as materialized (${asked}),
    counted as (select grid_id, duty, count(*)::int as filled from held group by 1, 2),
    seats as (
      select grid_id, duty, ordinal::int, id, name, badge from held
      union all
      select q.grid_id, q.duty, k, null, null, null from asked q left join counted c on c.grid_id = q.grid_id and c.duty = q.duty,
        generate_series(coalesce(c.filled, 0) + 1, q.at_least) k
    ),
    seat_lists as (
      select grid_id, json_agg(json_build_object('duty', duty, 'ordinal', ordinal, 'isFilled', id is not null,
        'holder', case when id is not null then json_build_object('id', id, 'name', name, 'badge', badge) end) order by duty, ordinal) as seats
      from seats group by grid_id
    ),
    covered as (
      select q.station_id, sum(q.at_least)::int as required, sum(least(coalesce(c.filled, 0), q.at_least))::int as filled
      from asked q left join counted c on c.grid_id = q.grid_id and c.duty = q.duty group by 1
    ),
    grid_lists as (
      select g.station_id, json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'seats', coalesce(l.seats, '[]')) order by g.code) as grids
      from grids g left join seat_lists l on l.grid_id = g.id
      where g.bureau_id = $1::uuid and g.opened_on <= now()::date and (g.closed_on is null or g.closed_on > now()::date) group by 1
    )
    select json_build_object('bureau', json_build_object('name', b.name, 'stations', (
      select json_agg(json_build_object('id', u.id, 'name', u.name,
        'coverage', json_build_object('required', coalesce(v.required, 0), 'filled', coalesce(v.filled, 0), 'vacant', coalesce(v.required - v.filled, 0)),
        'grids', coalesce(l.grids, '[]')) order by u.position, u.name)
      from units u left join covered v on v.station_id = u.id left join grid_lists l on l.station_id = u.id
      where u.bureau_id = $1::uuid and u.kind = 'STATION' and (u.closed_on is null or u.closed_on > now()::date)
    )))::text as json
    from bureaus b where b.bureau_id = $1::uuid`,
  values: ({ bureauId }) => [bureauId],
};

const page: Handwritten = {
  text: `
    with page as (
      select g.id, g.code, g.name, g.kind, g.complexity, g.station_id from grids g
      where g.bureau_id = $1::uuid and g.kind = $2::text order by g.code limit 51
    ),
    held as (
      select a.grid_id, a.duty, a.starts_at, a.id as assignment_id, m.id, m.name, m.badge
      from page p join assignments a on a.bureau_id = $1::uuid and a.grid_id = p.id and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())
      join members m on m.bureau_id = $1::uuid and m.id = a.member_id
    ),
    numbered as (select held.*, row_number() over (partition by grid_id, duty order by starts_at, assignment_id)::int as ordinal from held),
    seats as (
      select grid_id, duty, ordinal, id, name, badge from numbered
      union all
      select p.id, s.duty, k, null, null, null from page p
      join staffing_standards s on s.bureau_id = $1::uuid and s.grid_kind = p.kind and s.complexity = p.complexity
        and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now())
      left join (select grid_id, duty, count(*)::int as filled from held group by 1, 2) c on c.grid_id = p.id and c.duty = s.duty,
      generate_series(coalesce(c.filled, 0) + 1, s.at_least) k
    ),
    lists as (
      select grid_id, json_agg(json_build_object('duty', duty, 'ordinal', ordinal,
        'holder', case when id is not null then json_build_object('id', id, 'name', name, 'badge', badge) end) order by duty, ordinal) as seats
      from seats group by grid_id
    ),
    rows as (
      select row_number() over (order by p.code) as n, p.code, json_build_object('id', p.id, 'code', p.code, 'name', p.name,
        'station', json_build_object('name', u.name), 'seats', coalesce(l.seats, '[]')) as node
      from page p join units u on u.bureau_id = $1::uuid and u.id = p.station_id left join lists l on l.grid_id = p.id
    )
    select json_build_object('grids', json_build_object(
      'totalCount', (select count(*) from grids g where g.bureau_id = $1::uuid and g.kind = $2::text),
      'nodes', json_agg(node order by n) filter (where n <= 50),
      'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(code) filter (where n <= 50))))::text as json
    from rows`,
  values: ({ bureauId, input }) => [bureauId, input["kind"]!],
};

const grid: Handwritten = {
  text: `
    select json_build_object('grid', json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'kind', g.kind, 'households', g.households,
      'population', g.population, 'openedOn', g.opened_on, 'station', json_build_object('id', u.id, 'name', u.name)))::text as json
    from grids g join units u on u.bureau_id = $1::uuid and u.id = g.station_id where g.bureau_id = $1::uuid and g.code = $2::text`,
  values: ({ bureauId, input }) => [bureauId, input["code"]!],
};

/** The same rows as our command leaves behind: assignment, audit row (chained by the same trigger), outbox row, idempotency key. */
const assign: Handwritten = {
  text: `
    with written as (
      insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at, ends_at, reason)
      values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::timestamptz, $7::timestamptz, $8::text) returning id, grid_id, member_id, starts_at, version
    ), keyed as (
      insert into idempotency_keys (bureau_id, account_id, key, mutation, input_hash, result)
      select $1::uuid, $9::uuid, $10::text, 'assignMember', sha256($10::text::bytea), jsonb_build_object('id', id) from written
    ), audited as (
      insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, reason, request_id)
      select $1::uuid, $11::uuid, now(), $9::uuid, 'admin', 'assignment.assign', 'Assignment', id, to_jsonb(written), $8::text, $10::text from written
    ), announced as (
      insert into outbox_events (bureau_id, id, at, type, entity_type, entity_id) select $1::uuid, $12::uuid, now(), 'assignment.assign', 'Assignment', id from written
    )
    select json_build_object('assignMember', json_build_object('id', w.id, 'startsAt', w.starts_at, 'version', w.version,
      'member', json_build_object('id', m.id, 'name', m.name), 'grid', json_build_object('id', g.id, 'code', g.code)))::text as json
    from written w join members m on m.bureau_id = $1::uuid and m.id = w.member_id join grids g on g.bureau_id = $1::uuid and g.id = w.grid_id`,
  values: ({ bureauId, newId, input }) => [
    bureauId,
    newId(),
    input["gridId"]!,
    input["memberId"]!,
    input["duty"]!,
    input["from"]!,
    input["to"]!,
    input["reason"]!,
    input["accountId"]!,
    newId(),
    newId(),
    newId(),
  ],
};

export const handwritten: Readonly<Record<string, Handwritten>> = { overview, page, grid, assign };
