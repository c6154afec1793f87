import { everything, type Fragment, inReach, type Reading, sql } from "#kernel/read";
import { factsToday } from "./grid.rows.ts";

export function isGridInSight(gridId: Fragment, reading: Reading): Fragment {
  const sight = inReach(reading, sql`now.station_id`);
  if (sight === everything) return everything;
  return sql`exists (select from ${factsToday(reading)} now where now.grid_id = ${gridId} and ${sight})`;
}
