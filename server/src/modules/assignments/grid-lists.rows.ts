import { everything, type Fragment, inForce, type Reading, type RowOf, sql, wholly } from "#kernel/read";
import { gridConditions, type gridRows, laterGridOrders } from "#modules/grids";
import { longestVacant } from "./coverage.rows.ts";
import { desertedGrids } from "./deserted.rows.ts";
import { staffedGrids, vacantPosts } from "./posts.rows.ts";

type GridRow = RowOf<typeof gridRows>;

/** The duty that a filter narrows the other two by. */
const dutyAsked = (reading: Reading) => reading.arg("filter.duty", "text");

gridConditions.give("hasVacancy", (grid, { choice }, reading) => {
  const duty = dutyAsked(reading);
  const vacant = duty
    ? sql`(select p.grid_id from ${vacantPosts(wholly(reading))} p where p.duty = ${duty})`
    : sql`(select w.grid_id from ${staffedGrids(wholly(reading))} w where w.required > w.filled)`;
  return choice === true ? sql`${grid.id} in ${vacant}` : sql`${grid.id} not in ${vacant}`;
});

gridConditions.give("deserted", (grid, { choice }, reading) => {
  const deserted = sql`(select d.grid_id from ${desertedGrids(reading)} d)`;
  return choice === true ? sql`${grid.id} in ${deserted}` : sql`${grid.id} not in ${deserted}`;
});

gridConditions.give("holderId", (grid, { value }, reading) => {
  const duty = dutyAsked(reading);
  return isHeld(grid, sql`a.member_id = ${value} ${duty ? sql`and a.duty = ${duty}` : sql``}`, reading);
});

/** Alone, where somebody holds it. */
gridConditions.give("duty", (grid, { value }, reading) =>
  reading.arg("filter.holderId", "uuid") || typeof reading.choice("filter.hasVacancy") === "boolean"
    ? everything
    : isHeld(grid, sql`a.duty = ${value}`, reading),
);

const isHeld = (grid: GridRow, condition: Fragment, reading: Reading): Fragment => sql`${grid.id} in (
  select a.grid_id from assignments a where a.bureau_id = ${reading.bureau}
    and ${inForce({ startsAt: sql`a.starts_at`, endsAt: sql`a.ends_at` }, reading.at)} and ${condition})`;

gridConditions.giveNumber("vacant", vacantSeats);

/** The longest vacant first, of those the ones that lack most; then those that lack nobody. */
laterGridOrders.give("GAPS_FIRST", (grid, reading) => [
  { by: sql`-${daysOfGap(grid, reading)}`, type: "int" },
  { by: sql`-${vacantSeats(grid, reading)}`, type: "int" },
]);
/** The fewest vacancies first, or the most. */
laterGridOrders.give("VACANT", (grid, reading) => [{ by: vacantSeats(grid, reading), type: "int" }]);

/** From one on the first day; none without a gap. */
function daysOfGap(grid: GridRow, reading: Reading): Fragment {
  const map = reading.shareWhole(sql`
    select jsonb_object_agg(v.grid_id, v.longest_days_vacant + 1) as days from ${longestVacant(wholly(reading))} v`);
  return sql`coalesce(((select map.days from ${map} map) ->> ${grid.id}::text)::int, 0)`;
}

/** Looked up in one map of the grids with vacancies: counting anew for each grid would take ten times as long. */
function vacantSeats(grid: GridRow, reading: Reading): Fragment {
  const map = reading.shareWhole(sql`
    select jsonb_object_agg(w.grid_id, w.required - w.filled) as vacant from ${staffedGrids(wholly(reading))} w where w.required > w.filled`);
  return sql`coalesce(((select map.vacant from ${map} map) ->> ${grid.id}::text)::int, 0)`;
}
