import { usualDutyHolders } from "@maple-bridge/server/operator/usual-duty-holders";

const duty = "(array['RESPONSIBLE_OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR'])[1 + duty]";
const holders = Object.entries(usualDutyHolders).flatMap(([of, kinds]) => kinds.map((kind) => `('${of}', '${kind}')`));

const unit = (select: string) => `
  insert into units (bureau_id, id, parent_id, kind, name, name_initials, code, level, position, opened_on) ${select}`;
const division = (select: string) => `
  insert into divisions (bureau_id, id, parent_id, code, name, name_initials, kind) ${select}`;
const account = (select: string) => `
  insert into accounts (bureau_id, id, name, display_name, password_hash, must_change_password) ${select}`;
/** The triggers look away; an account without a member is a person by itself. */
const grant = (select: string) => `
  insert into role_grants (bureau_id, id, account_id, person_id, role, unit_id)
  select g.bureau_id, g.id, g.account_id, g.account_id, g.role, g.unit_id from (${select}) g (bureau_id, id, account_id, role, unit_id)`;

const places = [
  `insert into bureaus (bureau_id, code, name) select bureau_id, code, place || '公安局' from every_bureau`,
  `insert into audit_heads (bureau_id, sequence, hash) select bureau_id, 0, sha256(bureau_id::text::bytea) from every_bureau`,
  division(`select bureau_id, pg_temp.id_of(20, b, 0), null, code, place, initials, 'COUNTY' from every_bureau`),
  division(`select bureau_id, pg_temp.id_of(21, b, s), pg_temp.id_of(20, b, 0), township, place || '镇', initials || 'z', 'TOWNSHIP'
    from every_station`),
  division(`select bureau_id, pg_temp.id_of(22, b, g), pg_temp.id_of(21, b, s), division, place || title, initials || letters, kind
    from every_grid, (values ('VILLAGE', '村村民委员会', 'ccmwyh'), ('COMMUNITY', '社区居民委员会', 'sqjmwyh')) t (of, title, letters)
    where kind = of`),
  unit(
    `select bureau_id, pg_temp.id_of(10, b, 0), null, 'BUREAU', place || '公安局', initials || 'gaj', code, 0, 0, on_day - 2400 from every_bureau`,
  ),
  unit(`select bureau_id, pg_temp.id_of(17, b, n), pg_temp.id_of(10, b, 0), 'PARTNER', place || name, initials || letters, null, 1, 900 + n, null
    from every_bureau, (values (1, '人民法院', 'rmfy'), (2, '司法局', 'sfj'), (3, '律师事务所', 'lssws')) p (n, name, letters)`),
  unit(`select bureau_id, station_id, pg_temp.id_of(10, b, 0), 'STATION', place || '派出所', initials || 'pcs',
    code || lpad((51 + s)::text, 4, '0') || '00', 1, s, on_day - 2000 from every_station`),
  unit(`select bureau_id, pg_temp.id_of(kind_number, b, s), station_id, kind, case when kind = 'PARTNER' then place || name else name end, letters, null, 1, at, null
    from every_station, (values (12, 'COMMAND_ROOM', '综合指挥室', 'zhzhs', 0), (13, 'TEAM', '社区警务队', 'sqjwd', 1),
      (18, 'PARTNER', '司法所', 'sfs', 900), (19, 'PARTNER', '镇人民政府', 'zrmzf', 901)) p (kind_number, kind, name, letters, at)`),
  unit(`select bureau_id, pg_temp.id_of(14, b, s * 3 + room), station_id, 'POLICE_ROOM', place || (array['第一', '第二', '第三'])[1 + room] || '警务室',
    initials || (array['dy', 'de', 'ds'])[1 + room] || 'jws', null, 2, 2 + room, on_day - 1900 from every_station, generate_series(0, 2) room`),
  unit(`select bureau_id, pg_temp.id_of(15, b, g), room_id, 'WORKSTATION', place || '警务工作站', initials || 'jwgzz', null, 3, g_of_station, on_day - 1900
    from every_grid`),
];

const people = [
  `insert into members (bureau_id, id, kind, badge, name, name_initials, phone, joined_on)
    select bureau_id, pg_temp.id_of(40, b, member), (array['OFFICER', 'AUXILIARY', 'MEDIATOR', 'SECURITY_DIRECTOR'])[1 + duty],
      (array['0', 'FJ', 'TJ', 'ZB'])[1 + duty] || lpad((member - first_of_kind + 1)::text, 5, '0'),
      pg_temp.surname(x) || pg_temp.first(y) || pg_temp.second(z), pg_temp.surname_initial(x) || pg_temp.first_initial(y) || pg_temp.second_initial(z),
      '199' || lpad(member::text, 8, '0'), on_day - 1500 - pg_temp.draw(b, member, 8, 2500)
    from every_member, lateral (select pg_temp.draw(b, member, 5, 1000) as x, pg_temp.draw(b, member, 6, 1000) as y, pg_temp.draw(b, member, 7, 1000) as z) n`,
  // One member in fifty came from another unit.
  `insert into member_units (bureau_id, member_id, starts_on, ends_on, unit_id, reason)
    select bureau_id, pg_temp.id_of(40, b, member), starts_on, ends_on, case when ends_on is null then unit_id else pg_temp.id_of(11, b, 0) end, why
    from every_member cross join lateral (
      select '-infinity'::date as starts_on, case when member % 50 = 7 then on_day - 400 end as ends_on, null as why
      union all select on_day - 400, null, '交流轮岗' where member % 50 = 7) p`,
  `insert into grids (bureau_id, id, division_id, code, code_scheme, households, population, counted_year, opened_on, closed_on)
    select bureau_id, grid_id, case when not is_special then pg_temp.id_of(22, b, g) end,
      case when is_special then township || '000' || 901 + g_of_station else division end, case when is_special then 'GRID_15' else 'STATISTICAL_12' end,
      households, households * 3, case when not is_special then extract(year from on_day) - 1 end, on_day - 1800, closed_on
    from every_grid, lateral (select case when not is_special then 180 + pg_temp.draw(b, g, 2, 3000) end as households) h`,
  // One grid in twenty was ordinary until a year and a half ago.
  `insert into grid_facts (bureau_id, grid_id, starts_on, ends_on, station_id, police_room_id, name, name_initials, kind, complexity, reason)
    select bureau_id, grid_id, starts_on, ends_on, station_id, room_id, place || title, initials || letters, kind,
      case when g % 10 = 3 and ends_on is null then 'COMPLEX' else 'ORDINARY' end, why
    from every_grid join (values ('VILLAGE', '村', 'c'), ('COMMUNITY', '社区', 'sq'), ('ENTERPRISE', '企业', 'qy'), ('COMMERCIAL', '集贸市场', 'jmsc'),
      ('SCENIC', '景区', 'jq')) t (of, title, letters) on kind = of cross join lateral (
      select '-infinity'::date as starts_on, case when g % 20 = 3 then on_day - 550 end as ends_on, null as why
      union all select on_day - 550, null, '人口增长' where g % 20 = 3) p`,
];

/** Each standard took the place of an older one, which asked for the same. */
const duties = [
  `insert into duty_holders (bureau_id, id, duty, member_kind) select bureau_id, pg_temp.id_of(71, b, row_number() over (partition by b)), duty, kind
    from every_bureau, (values ${holders.join()}) h (duty, kind)`,
  `insert into staffing_standards (bureau_id, id, grid_kind, complexity, duty, at_least, at_most, starts_at, ends_at)
    select bureau_id, pg_temp.id_of(70, b, row_number() over (partition by b)), kind, complexity, duty, 1, at_most,
      pg_temp.begin_of(case when is_old then on_day - 1800 else on_day - 800 end), case when is_old then pg_temp.begin_of(on_day - 800) end
    from every_bureau, unnest(array['VILLAGE', 'COMMUNITY', 'ENTERPRISE', 'COMMERCIAL', 'SCENIC']) kind, unnest(array['ORDINARY', 'COMPLEX']) complexity,
      (values ('RESPONSIBLE_OFFICER', 1), ('AUXILIARY', 2), ('MEDIATOR', 2), ('SECURITY_DIRECTOR', 1)) d (duty, at_most), unnest(array[true, false]) is_old
    where kind in ('VILLAGE', 'COMMUNITY') or duty = 'RESPONSIBLE_OFFICER'`,
  `insert into assignments (bureau_id, id, grid_id, member_id, duty, starts_at, ends_at, reason, end_reason)
    select bureau_id, pg_temp.id_of(50, b, (g * 4 + duty) * 8 + t + 1), grid_id, pg_temp.id_of(40, b, member), ${duty}, pg_temp.begin_of(starts_on),
      pg_temp.begin_of(ends_on), '定岗', case when ends_on is not null then '轮岗' end
    from every_term order by b, g, duty, t desc`,
  // A leave in every other of four years, and one that is going on for one member in fifty.
  `insert into absences (bureau_id, id, member_id, substitute_id, starts_at, ends_at, reason)
    select bureau_id, pg_temp.id_of(60, b, member * 8 + year), pg_temp.id_of(40, b, member),
      case when of_kind > 1 and (year < 4 or member % 4 = 0) then pg_temp.id_of(40, b, first_of_kind + (member - first_of_kind + 1) % of_kind) end,
      pg_temp.begin_of(first_day), pg_temp.begin_of(first_day + 10), '年休假'
    from every_member, generate_series(0, case when member % 50 = 7 then 4 else 3 end) year, lateral (
      select case when year = 4 then on_day - 3 else on_day - 1461 + year * 365 + pg_temp.draw(b, member * 8 + year, 9, 300) end as first_day) d
    where year = 4 or (member + year) % 2 = 0`,
];

const accounts = [
  account(`select bureau_id, pg_temp.id_of(80, b, n), name, name, password_hash, false
    from every_bureau, (values (0, 'admin'), (1, 'dispatcher'), (2, 'auditor')) a (n, name)`),
  account(
    `select bureau_id, pg_temp.id_of(82, b, s), 'chief-' || s + 1, 'chief-' || s + 1, password_hash, false from every_station`,
  ),
  grant(`select bureau_id, pg_temp.id_of(81, b, n), pg_temp.id_of(80, b, n), role, pg_temp.id_of(10, b, 0)
    from every_bureau, (values (0, 'BUREAU_ADMINISTRATOR'), (1, 'DISPATCHER'), (2, 'AUDITOR')) a (n, role)`),
  grant(
    `select bureau_id, pg_temp.id_of(83, b, s), pg_temp.id_of(82, b, s), 'STATION_CHIEF', station_id from every_station`,
  ),
];

/** What fills the tables, in the order of their references. */
export const insertions: readonly string[] = [...places, ...people, ...duties, ...accounts];

/** What the log has of each assignment's beginning: the history of the screens. For one bureau, whose chain a trigger makes. */
export const auditOfBureau = `
  insert into audit_entries (bureau_id, id, at, account_id, actor_name, action, entity_type, entity_id, after, reason, request_id)
  select bureau_id, pg_temp.id_of(90, b, (g * 4 + duty) * 8 + t + 1), pg_temp.begin_of(starts_on), pg_temp.id_of(80, b, 0), 'admin', 'assignment.assign',
    'Assignment', pg_temp.id_of(50, b, (g * 4 + duty) * 8 + t + 1), jsonb_build_object('gridId', grid_id, 'memberId', pg_temp.id_of(40, b, member),
      'duty', ${duty}, 'startsAt', pg_temp.begin_of(starts_on), 'endsAt', null), '定岗', 'dataset'
  from every_term where t >= 0 and b = $1::bigint order by starts_on, g, duty`;
