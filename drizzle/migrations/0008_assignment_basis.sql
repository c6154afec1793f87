-- Whether what an assignment was decided on still stands, asked for several assignments by one statement: what was seen comes as
-- one JSON value, {"grids": {"ids", "versions"}, "members": …, "held": …, "duties", "earliest", "latest"}, ids in order. Holds the
-- grids and members if they are as they were seen, and looks anew who holds the duties there meanwhile. A row that another
-- transaction holds is passed over, so that it does not stand, and those asked about beside it do.
drop function assignment_ground_stands(uuid, uuid[], int[], uuid[], int[], text[], timestamptz, timestamptz, uuid[], int[]);
--> statement-breakpoint
create type versions_seen as (ids uuid[], versions int[]);
--> statement-breakpoint
create type assignment_basis as (
  grids versions_seen, members versions_seen, held versions_seen, duties text[], earliest timestamptz, latest timestamptz
);
--> statement-breakpoint
create function assignment_ground_stands(bureau uuid, basis jsonb) returns boolean language plpgsql volatile as $$
declare
  seen assignment_basis := jsonb_populate_record(null::assignment_basis, basis);
  stands boolean;
begin
  select array_agg(id) = (seen.grids).ids and array_agg(version) = (seen.grids).versions into stands from (
    select id, version from grids where bureau_id = bureau and id = any((seen.grids).ids) order by id for no key update skip locked
  ) held;
  if stands is not true then return false; end if;
  select array_agg(id) = (seen.members).ids and array_agg(version) = (seen.members).versions into stands from (
    select id, version from members where bureau_id = bureau and id = any((seen.members).ids) order by id for share skip locked
  ) held;
  if stands is not true then return false; end if;
  return (
    select coalesce(array_agg(id), '{}') = (seen.held).ids and coalesce(array_agg(version), '{}') = (seen.held).versions from (
      select post.id, post.version from unnest((seen.grids).ids) as at (grid_id) cross join lateral (
        select id, version from assignments
        where bureau_id = bureau and grid_id = at.grid_id and duty = any(seen.duties)
          and starts_at < seen.latest and (ends_at is null or ends_at > seen.earliest) and ends_at is distinct from starts_at
        offset 0
      ) post
      order by post.id
    ) posts
  );
end $$;
