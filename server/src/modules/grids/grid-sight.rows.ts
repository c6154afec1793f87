import { everything, type Fragment, inReach, type Reading, sql } from "#kernel/read";

export function isGridInSight(gridId: Fragment, reading: Reading): Fragment {
  const sight = inReach(reading, sql`g.station_id`);
  if (sight === everything) return everything;
  return sql`exists (select from grids g where g.bureau_id = ${reading.bureau} and g.id = ${gridId} and ${sight})`;
}
