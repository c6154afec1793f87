import { type Fragment, inForce, type Reading, type RowOf, sql, wholly } from "#kernel/read";
import { gridConditions, gridOrders, type gridRows } from "#modules/grids";
import { staffedGrids, vacantPosts } from "./posts.rows.ts";

type GridRow = RowOf<typeof gridRows>;

gridConditions.add((grid, reading) => staffed(grid, reading));

/** The fewest vacancies first, or the most. */
gridOrders.add((grid, reading) => {
  switch (reading.choice("orderBy")) {
    case "GAPS_FIRST":
      return [{ by: sql`-${vacantSeats(grid, reading)}`, type: "int" }];
    case "VACANT":
      return [{ by: vacantSeats(grid, reading), type: "int" }];
    default:
      return [];
  }
});

function staffed(grid: GridRow, reading: Reading): Fragment[] {
  const duty = reading.arg("filter.duty", "text");
  const holder = reading.arg("filter.holderId", "uuid");
  const hasVacancy = reading.choice("filter.hasVacancy");
  const conditions: Fragment[] = [];
  if (typeof hasVacancy === "boolean") {
    const vacant = duty
      ? sql`(select p.grid_id from ${vacantPosts(wholly(reading))} p where p.duty = ${duty})`
      : sql`(select w.grid_id from ${staffedGrids(wholly(reading))} w where w.required > w.filled)`;
    conditions.push(hasVacancy ? sql`${grid.id} in ${vacant}` : sql`${grid.id} not in ${vacant}`);
  }
  if (holder || (duty && typeof hasVacancy !== "boolean")) {
    conditions.push(sql`${grid.id} in (select a.grid_id from assignments a where a.bureau_id = ${reading.bureau}
      and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)}
      ${holder ? sql`and a.member_id = ${holder}` : sql``} ${duty ? sql`and a.duty = ${duty}` : sql``})`);
  }
  return conditions;
}

/** Looked up in one map of the grids with vacancies: counting anew for each grid would take ten times as long. */
function vacantSeats(grid: GridRow, reading: Reading): Fragment {
  const map = reading.shareWhole(sql`
    select jsonb_object_agg(w.grid_id, w.required - w.filled) as vacant from ${staffedGrids(wholly(reading))} w where w.required > w.filled`);
  return sql`coalesce(((select map.vacant from ${map} map) ->> ${grid.id}::text)::int, 0)`;
}
