import type { Sql } from "postgres";
import type { Ground } from "./ground.ts";

/** Makes a bureau large: so many stations more, with so many grids and officers each, every one on a seat. */
export async function layCrowd(superuser: Sql, { id, letter, rootId }: Ground, stations: number, each: number) {
  await superuser`select set_config('maple.bureau_id', ${id}, false)`;
  await superuser`
    insert into units (bureau_id, id, parent_id, kind, name, name_initials, level, position)
    select ${id}, gen_random_uuid(), ${rootId}, 'STATION', 'canary-' || ${letter} || '-all-units.name.' || n, 'c', 1, 100 + n
    from generate_series(1, ${stations}) n`;
  const station = superuser`(select id, row_number() over (order by position) as at from units where bureau_id = ${id} and position > 100)`;
  await superuser`
    with laid as materialized (
      select gen_random_uuid() as id, s.id as station_id, 'CROWD-' || s.at || '-' || n as code, n from ${station} s, generate_series(1, ${each}) n
    ), made as (
      insert into grids (bureau_id, id, code, code_scheme, opened_on) select ${id}, id, code, 'OWN', '2025-01-01' from laid
    )
    insert into grid_facts (bureau_id, grid_id, starts_on, station_id, name, name_initials, kind)
    select ${id}, id, '-infinity', station_id, 'canary-' || ${letter} || '-all-grids.name.' || n, 'c', 'ENTERPRISE' from laid`;
  await superuser`
    with laid as materialized (
      select gen_random_uuid() as id, s.id as station_id, 'CROWD-' || s.at || '-' || n as badge, n from ${station} s, generate_series(1, ${each}) n
    ), made as (
      insert into members (bureau_id, id, kind, badge, name, name_initials)
      select ${id}, id, 'OFFICER', badge, 'canary-' || ${letter} || '-all-members.name.' || n, 'c' from laid
    )
    insert into member_units (bureau_id, member_id, starts_on, unit_id) select ${id}, id, '-infinity', station_id from laid`;
  await superuser`
    insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at)
    select ${id}, gen_random_uuid(), g.id, m.id, 'RESPONSIBLE_OFFICER', '2026-01-01'
    from grids g join members m on m.bureau_id = ${id} and m.badge = g.code where g.bureau_id = ${id}`;
}
