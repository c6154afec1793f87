import { query, sql } from "#kernel/read";
import { schemeAt } from "./scheme.rows.ts";
import { lastMomentOf } from "./weeks.rows.ts";

/**
 * What the lists of a review are called and made of: as it was signed; of what was signed before that was kept, as they are called today;
 * of what is not signed, as at the end of the week.
 */
export const reviewLists = query(
  "review_lists",
  { reviewId: "not null", position: "not null", title: "not null", source: "not null" },
  (reading) => sql`
  select r.id as review_id, each.position::int as position, each.title, each.source from week_reviews r
  left join list_schemes s on s.bureau_id = r.bureau_id and s.id = case when r.signed_at is null
    then ${schemeAt(sql`r.station_id`, lastMomentOf(sql`r.week_start`, reading), reading)} else ${schemeAt(sql`r.station_id`, reading.now, reading)} end
  cross join lateral unnest(
    case when r.snapshot ? 'scheme' then array(select jsonb_array_elements_text(nullif(r.snapshot -> 'scheme', 'null') -> 'titles')) else s.titles end,
    case when r.snapshot ? 'scheme' then array(select jsonb_array_elements_text(nullif(r.snapshot -> 'scheme', 'null') -> 'sources')) else s.sources end
  ) with ordinality each (title, source, position)
  where r.bureau_id = ${reading.bureau}`,
);
