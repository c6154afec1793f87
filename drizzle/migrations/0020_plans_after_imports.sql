-- A plan is kept for as long as its connection; what was planned while a table was nearly empty goes through all of it when a file
-- of a hundred thousand rows comes. Both functions have all plans made anew, on every server; only owners may do that.
-- While rows are written they cannot be counted: an analysis would find large tables with nothing in them. The option is the
-- default; to set it is enough.
create function plan_outgrown_anew() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare outgrown name;
begin
  for outgrown in
    select c.relname from pg_class c
    where c.oid in ('units'::regclass, 'divisions'::regclass, 'grids'::regclass, 'members'::regclass, 'assignments'::regclass)
      and pg_relation_size(c.oid) / current_setting('block_size')::int > 50 + 2 * greatest(c.relpages, 0)
    order by c.relname
  loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 0.1)', outgrown);
  end loop;
end $$;
--> statement-breakpoint
create function analyze_imported() returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  analyze assignments, divisions, grids, members, units;
end $$;
