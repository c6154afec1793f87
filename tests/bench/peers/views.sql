-- What a user of PostGraphile would write for seats and coverage, which are no tables: views, with their keys as smart comments.
drop schema if exists bench_peer cascade;
create schema bench_peer;
create view bench_peer.bureaus as select bureau_id as id, name from public.bureaus;
create view bench_peer.stations as
  select bureau_id, id, name, position from public.units
  where kind = 'STATION' and (closed_on is null or closed_on > (now() at time zone 'Asia/Shanghai')::date);
create view bench_peer.members as select bureau_id, id, name, badge from public.members;
create view bench_peer.grids as
  select g.bureau_id, g.id, f.station_id, g.code, f.name, f.kind, f.complexity, g.households, g.population, g.opened_on,
    opened_on <= (now() at time zone 'Asia/Shanghai')::date and (closed_on is null or closed_on > (now() at time zone 'Asia/Shanghai')::date) as is_open
  from public.grids g join public.grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id
    and f.starts_on <= (now() at time zone 'Asia/Shanghai')::date and (f.ends_on is null or f.ends_on > (now() at time zone 'Asia/Shanghai')::date);
create view bench_peer.posts as
  select g.bureau_id, g.id as grid_id, g.station_id, s.duty, d.position, s.at_least as required, count(a.id)::int as filled
  from bench_peer.grids g
  join public.staffing_standards s on s.bureau_id = g.bureau_id and s.grid_kind = g.kind and s.complexity = g.complexity
    and s.starts_at <= now() and (s.ends_at is null or s.ends_at > now())
  join (values ('RESPONSIBLE_OFFICER', 1), ('AUXILIARY', 2), ('MEDIATOR', 3), ('SECURITY_DIRECTOR', 4), ('GRID_WORKER', 5)) d (duty, position) on d.duty = s.duty
  left join public.assignments a on a.bureau_id = g.bureau_id and a.grid_id = g.id and a.duty = s.duty and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())
  where g.is_open
  group by g.bureau_id, g.id, g.station_id, s.duty, d.position, s.at_least;
create view bench_peer.seats as
  select a.bureau_id, a.grid_id, a.duty, d.position, row_number() over (partition by a.bureau_id, a.grid_id, a.duty order by a.starts_at, a.id)::int as ordinal,
    true as is_filled, a.member_id as holder_id
  from public.assignments a
  join (values ('RESPONSIBLE_OFFICER', 1), ('AUXILIARY', 2), ('MEDIATOR', 3), ('SECURITY_DIRECTOR', 4), ('GRID_WORKER', 5)) d (duty, position) on d.duty = a.duty
  where a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())
  union all
  select p.bureau_id, p.grid_id, p.duty, p.position, k, false, null from bench_peer.posts p, generate_series(p.filled + 1, p.required) k;
create view bench_peer.coverages as
  select bureau_id, station_id, sum(required)::int as required, sum(least(filled, required))::int as filled,
    (sum(required) - sum(least(filled, required)))::int as vacant
  from bench_peer.posts group by bureau_id, station_id;
create view bench_peer.assignments as select bureau_id, id, grid_id, member_id, starts_at, version from public.assignments;

comment on view bench_peer.bureaus is '@primaryKey id';
comment on view bench_peer.members is '@primaryKey bureau_id,id';
comment on view bench_peer.stations is E'@primaryKey bureau_id,id\n@foreignKey (bureau_id) references bench_peer.bureaus (id)|@foreignFieldName stations';
comment on view bench_peer.grids is E'@primaryKey bureau_id,id\n@unique bureau_id,code|@fieldName gridByCode\n@foreignKey (bureau_id, station_id) references bench_peer.stations (bureau_id, id)|@fieldName station|@foreignFieldName grids';
comment on view bench_peer.posts is '@behavior -*';
comment on view bench_peer.seats is E'@foreignKey (bureau_id, grid_id) references bench_peer.grids (bureau_id, id)|@foreignFieldName seats\n@foreignKey (bureau_id, holder_id) references bench_peer.members (bureau_id, id)|@fieldName holder';
comment on view bench_peer.coverages is E'@primaryKey bureau_id,station_id\n@foreignKey (bureau_id, station_id) references bench_peer.stations (bureau_id, id)|@foreignSingleFieldName coverage|@foreignFieldName coverage';
comment on view bench_peer.assignments is E'@primaryKey bureau_id,id\n@foreignKey (bureau_id, grid_id) references bench_peer.grids (bureau_id, id)|@fieldName grid\n@foreignKey (bureau_id, member_id) references bench_peer.members (bureau_id, id)|@fieldName member';

create function bench_peer.assign_member(bureau uuid, grid uuid, member uuid, duty text, starts text, ends text, reason text, account uuid, actor text, key text)
returns bench_peer.assignments language plpgsql volatile as $$
declare
  made bench_peer.assignments;
  new_id uuid := gen_random_uuid();
begin
  perform public.bench_assign(bureau, new_id, grid, member, duty, starts, ends, reason, account, actor, key);
  select * into made from bench_peer.assignments a where a.bureau_id = bureau and a.id = new_id;
  return made;
end $$;
