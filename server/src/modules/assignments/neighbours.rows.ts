import { dayAt, type Fragment, inForce, isOnDay, type Reading, sql } from "#kernel/read";

/** Where a grid lies: in a police room, in a village or community, in a township. */
interface Place {
  gridId: Fragment;
  policeRoomId: Fragment;
  divisionId: Fragment;
  townshipId: Fragment;
}

/**
 * Whether the member holds a seat at a grid beside it: of its police room, of its village or community, or, where it has no police room,
 * of its township.
 */
export const holdsBeside = (memberId: Fragment, grid: Place, reading: Reading): Fragment => sql`exists (
  select from assignments a
  join grid_facts f on f.bureau_id = a.bureau_id and f.grid_id = a.grid_id and ${isOnDay("f", dayAt(reading.at))}
  join grids g on g.bureau_id = a.bureau_id and g.id = a.grid_id
  left join divisions d on d.bureau_id = g.bureau_id and d.id = g.division_id
  where a.bureau_id = ${reading.bureau} and a.member_id = ${memberId} and a.grid_id <> ${grid.gridId}
    and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}
    and (f.police_room_id = ${grid.policeRoomId} or g.division_id = ${grid.divisionId} or (${grid.policeRoomId} is null and d.parent_id = ${grid.townshipId})))`;

/** The same of the grid that the field's `gridId` names. */
export function holdsBesideAsked(memberId: Fragment, reading: Reading): Fragment {
  const gridId = reading.arg("gridId", "uuid");
  if (!gridId) return sql`null::boolean`;
  return sql`exists (
  select from grids o join grid_facts n on n.bureau_id = o.bureau_id and n.grid_id = o.id and ${isOnDay("n", dayAt(reading.at))}
  left join divisions t on t.bureau_id = o.bureau_id and t.id = o.division_id
  where o.bureau_id = ${reading.bureau} and o.id = ${gridId} and ${holdsBeside(
    memberId,
    {
      gridId: sql`o.id`,
      policeRoomId: sql`n.police_room_id`,
      divisionId: sql`o.division_id`,
      townshipId: sql`t.parent_id`,
    },
    reading,
  )})`;
}
