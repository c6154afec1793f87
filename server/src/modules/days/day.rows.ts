import { dayAt, query, sql } from "#kernel/read";
import { viewerMember } from "#modules/members";
import { assignmentsAnswered, stands } from "#modules/work";

/** The day asked about, of the caller's member; none of a caller who is none. */
export const myDays = query(
  "my_days",
  { memberId: "not null", day: "not null" },
  (reading) => sql`
  select own.member_id, ${dayAt(reading.at)} as day from (select ${viewerMember(reading)} as member_id) own where own.member_id is not null`,
);

/** Those for whom the caller stands in at the moment asked about. */
export const stoodInFor = query(
  "my_day_stood_in_for",
  { memberId: "not null", forId: "not null" },
  (reading) => sql`
  select ${viewerMember(reading)} as member_id, s.member_id as for_id from ${stands(reading)} s where s.member_id <> ${viewerMember(reading)}`,
);

/** The seats that the caller answers for then, by their assignments. */
export const daySeats = query(
  "my_day_seats",
  { id: "not null", memberId: "not null", gridId: "not null", duty: "not null", holderId: "not null" },
  (reading) => sql`
  select s.id, ${viewerMember(reading)} as member_id, s.grid_id, s.duty, s.member_id as holder_id from ${assignmentsAnswered(reading)} s`,
);
