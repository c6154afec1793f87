import { inReach, isOnDay, sql, today } from "#kernel/read";
import { seenBesides } from "#modules/members";

/** Members with a seat, now or later, at a grid of a station in reach. */
seenBesides.add(
  (memberId, reading, roles) => sql`${memberId} in (
    select a.member_id from assignments a
    join grid_facts g on g.bureau_id = a.bureau_id and g.grid_id = a.grid_id and ${isOnDay("g", today(reading))}
    where a.bureau_id = ${reading.bureau} and ${inReach(reading, sql`g.station_id`, roles)}
      and (a.ends_at is null or (a.ends_at > ${reading.now} and a.ends_at > a.starts_at)))`,
);
