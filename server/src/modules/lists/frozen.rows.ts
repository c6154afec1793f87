import { type Fragment, type Reading, type RowOf, sql } from "#kernel/read";
import type { workItems } from "@maple-bridge/drizzle/tables";
import { mondayOf } from "./weeks.rows.ts";

type Item = Pick<
  RowOf<typeof workItems>,
  "id" | "stationId" | "closedOn" | "windowEndsOn" | "submittedBy" | "memberId" | "gridId" | "duty"
>;

/**
 * The reviews, under `frozen`, of signed weeks in which the item was closed or missed: of who handed it in, of its member, and of who
 * held its seat.
 */
export const reviewsFreezing = (item: Item, reading: Reading): Fragment => sql`week_reviews frozen
  where frozen.bureau_id = ${reading.bureau} and frozen.station_id = ${item.stationId}
    and frozen.week_start = ${mondayOf(sql`coalesce(${item.closedOn}, ${item.windowEndsOn})`)} and frozen.signed_at is not null
    and (frozen.member_id in (${item.submittedBy}, ${item.memberId}) or frozen.member_id in (
      select a.member_id from assignments a where a.bureau_id = ${reading.bureau} and a.grid_id = ${item.gridId} and a.duty = ${item.duty}))
    and not exists (select from week_reviews later where later.bureau_id = frozen.bureau_id and later.station_id = frozen.station_id
      and later.member_id = frozen.member_id and later.week_start = frozen.week_start and later.revision > frozen.revision)
    and frozen.snapshot @> jsonb_build_object('lines', jsonb_build_array(jsonb_build_object('item_id', ${item.id})))`;
