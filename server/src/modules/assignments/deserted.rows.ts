import { type Fragment, inForce, type Reading, sql, wholly } from "#kernel/read";
import { seatsHeld } from "./posts.rows.ts";
import { answererOf } from "./seat.rows.ts";

/** Grids with a seat whose holder is away while nobody answers in their place 离岗无人替班. Few are away, so that the chain of substitutes is followed for these alone. */
export const desertedGrids = (reading: Reading): Fragment =>
  reading.shareWhole(sql`
  select distinct seat.grid_id from ${seatsHeld(wholly(reading))} seat
  join absences away on away.bureau_id = ${reading.bureau} and away.member_id = seat.member_id
    and ${inForce({ startsAt: sql`away.starts_at`, endsAt: sql`away.ends_at` }, reading.at)}
  where ${answererOf(sql`seat.member_id`, sql`seat.duty`, reading)} is null`);
