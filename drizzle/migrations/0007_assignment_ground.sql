-- Whether what an assignment was decided on still stands: holds the grids and members if they are as they were seen, or gives
-- up at once where another transaction holds them, and then looks anew who holds the duties there meanwhile. Ids are in order.
create function assignment_ground_stands(
  bureau uuid, grid_ids uuid[], grid_versions int[], member_ids uuid[], member_versions int[],
  duties text[], earliest timestamptz, latest timestamptz, held_ids uuid[], held_versions int[]
) returns boolean language plpgsql volatile as $$
declare
  stands boolean;
begin
  select array_agg(id) = grid_ids and array_agg(version) = grid_versions into stands from (
    select id, version from grids where bureau_id = bureau and id = any(grid_ids) order by id for no key update nowait
  ) held;
  if stands is not true then return false; end if;
  select array_agg(id) = member_ids and array_agg(version) = member_versions into stands from (
    select id, version from members where bureau_id = bureau and id = any(member_ids) order by id for share nowait
  ) held;
  if stands is not true then return false; end if;
  return (
    select coalesce(array_agg(id), '{}') = held_ids and coalesce(array_agg(version), '{}') = held_versions from (
      select post.id, post.version from unnest(grid_ids) as at (grid_id) cross join lateral (
        select id, version from assignments
        where bureau_id = bureau and grid_id = at.grid_id and duty = any(duties)
          and starts_at < latest and (ends_at is null or ends_at > earliest) and ends_at is distinct from starts_at
        offset 0
      ) post
      order by post.id
    ) posts
  );
end $$;
