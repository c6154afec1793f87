/**
 * One row for each bureau, station, grid, member, seat and term of a holder: what the tables are filled from. Every figure
 * follows from the number of a bureau and of a row in it, so that the same shape gives the same rows.
 */
export const views = `
  create function pg_temp.id_of(kind int, bureau bigint, n bigint) returns uuid language sql immutable as $$
    select (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
      || '8' || lpad(to_hex(bureau), 9, '0') || lpad(to_hex(n), 6, '0'))::uuid $$;
  create function pg_temp.draw(bureau bigint, n bigint, salt bigint, below int) returns int language sql immutable as $$
    select abs(hashint8extended(bureau * 10000000 + n, salt) % below)::int $$;
  create function pg_temp.begin_of(day date) returns timestamptz language sql immutable as $$
    select day::timestamp at time zone 'Asia/Shanghai' $$;

  create temp view every_bureau as
    select b, pg_temp.id_of(1, b, 0) as bureau_id, (900000 + b)::text as code, pg_temp.place(b) || '市' as place,
      pg_temp.place_initials(b) || 's' as initials, grids, on_day, password_hash, size.stations,
      greatest(size.stations, grids * 12 / 100) as officers, grids - grids / 45 as committees
    from shape, generate_series(first_bureau, first_bureau + bureaus - 1) b, lateral (select greatest(1, grids / 16) as stations) size;

  create temp view every_station as
    select b, bureau_id, code, on_day, password_hash, s, pg_temp.id_of(11, b, s) as station_id, pg_temp.place(b * 7 + s) as place,
      pg_temp.place_initials(b * 7 + s) as initials, code || lpad((s + 1)::text, 3, '0') as township
    from every_bureau, generate_series(0, stations - 1) s;

  -- One of 45 grids is for one purpose and has only an officer; the others are those of a committee, numbered by c.
  create temp view every_grid as
    select b, bureau_id, on_day, stations, officers, committees, g, g / stations as g_of_station, pg_temp.id_of(30, b, g) as grid_id,
      g % stations as s, pg_temp.id_of(11, b, g % stations) as station_id, code || lpad((g % stations + 1)::text, 3, '0') as township,
      pg_temp.id_of(14, b, g % stations * 3 + g / stations % 3) as room_id, g % 45 = 44 as is_special, g - g / 45 as c,
      code || lpad((g % stations + 1)::text, 3, '0') || lpad((case when g % 6 = 1 then 1 else 200 end + g / stations)::text, 3, '0') as division,
      case when g % 45 = 44 then (array['ENTERPRISE', 'COMMERCIAL', 'SCENIC'])[1 + g / 45 % 3]
        when g % 6 = 1 then 'COMMUNITY' else 'VILLAGE' end as kind,
      pg_temp.place(b * 11 + g) as place, pg_temp.place_initials(b * 11 + g) as initials,
      case when g % 225 = 100 then on_day - 240 end as closed_on
    from every_bureau, generate_series(0, grids - 1) g;

  -- Officers stand at a station and answer for several grids; each committee has one member for each of its other duties.
  create temp view every_member as
    select b, bureau_id, on_day, 0 as duty, o as member, 0 as first_of_kind, officers as of_kind, pg_temp.id_of(11, b, o % stations) as unit_id
    from every_bureau, generate_series(0, officers - 1) o
    union all
    select b, bureau_id, on_day, duty, officers + (duty - 1) * committees + c, officers + (duty - 1) * committees, committees,
      case when duty = 1 then station_id else pg_temp.id_of(15, b, g) end
    from every_grid, generate_series(1, 3) duty where not is_special;

  -- About one seat in 33 is vacant.
  create temp view every_seat as
    select *, closed_on is null and pg_temp.draw(b, g * 4 + duty, 3, 33) = 0 as is_vacant,
      on_day - 1461 + pg_temp.draw(b, g * 4 + duty, 1, 90) as first_day,
      case when duty = 0 then 3 else 2 end as terms, case when duty = 0 then 487 else 731 end as days
    from every_grid, generate_series(0, case when is_special then 0 else 3 end) duty;

  -- Four years of terms; t counts back from the last one, and -1 is one to come, planned for half of the vacant seats.
  create temp view every_term as
    select b, bureau_id, on_day, grid_id, duty, g, t,
      case when duty = 0 then s + stations * ((g_of_station + greatest(t, 0)) % ((officers - s + stations - 1) / stations))
        else officers + (duty - 1) * committees + (c + committees - greatest(t, 0) * stations % committees) % committees end as member,
      case when t < 0 then on_day + 10 else first_day + (terms - 1 - t) * days end as starts_on,
      case when t > 0 then first_day + (terms - t) * days when t < 0 then null when closed_on is not null then closed_on
        when is_vacant then on_day - 5 - pg_temp.draw(b, g * 4 + duty, 4, 200) end as ends_on
    from every_seat, generate_series(case when is_vacant and g % 2 = 0 then -1 else 0 end, terms - 1) t;`;
