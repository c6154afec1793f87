import type { Transaction } from "#kernel/command";
import { inCommand, raw, readingIn } from "#kernel/read";
import { isMemberIdInSight } from "#modules/members";
import type { Ower } from "./content.rules.ts";
import { owersGiven, seatsOwing } from "./owing.store.ts";

type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

export interface SeatsAsked {
  owers: readonly Ower[];
  stationId: string | null;
  on: string;
}

export async function countSeats(asking: Asking, asked: SeatsAsked): Promise<{ seats: number; vacantSeats: number }> {
  const { sql, bureauId, now } = asking;
  const [row] = await sql<{ seats: number; vacantSeats: number }[]>`
    select count(*)::int as seats, (count(*) filter (where not exists (
      select from assignments h where h.bureau_id = ${bureauId} and h.grid_id = owing.grid_id and h.duty = owing.duty
        and h.starts_at <= ${now} and (h.ends_at is null or h.ends_at > ${now}))))::int as vacant_seats
    from (${seatsOwing(asking, { ...asked, owers: owersGiven(asking, asked.owers), at: now })}) owing`;
  return row!;
}

export interface Holder {
  memberId: string;
  member: string;
  badge: string;
  seats: number;
}

/** Who holds the seats, with how many of them. */
export const holdersOf = (asking: Asking, asked: SeatsAsked, most: number): PromiseLike<Holder[]> => {
  const { sql, bureauId, now } = asking;
  return sql<Holder[]>`
    select m.id as member_id, m.name as member, m.badge, held.seats from (
      select h.member_id, count(*)::int as seats
      from (${seatsOwing(asking, { ...asked, owers: owersGiven(asking, asked.owers), at: now })}) owing
      join assignments h on h.bureau_id = ${bureauId} and h.grid_id = owing.grid_id and h.duty = owing.duty
        and h.starts_at <= ${now} and (h.ends_at is null or h.ends_at > ${now})
      group by h.member_id) held
    join members m on m.bureau_id = ${bureauId} and m.id = held.member_id
    where ${inCommand(asking, isMemberIdInSight(raw("m.id"), readingIn(asking)))}
    order by held.seats desc, m.badge limit ${most}`;
};
