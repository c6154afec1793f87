import type { Transaction } from "#kernel/command";
import { inCommand, raw, readingIn } from "#kernel/read";
import type { Duty } from "#modules/grids";
import { isMemberIdInSight } from "#modules/members";
import type { Ower } from "./content.rules.ts";
import { owersGiven, seatsOwing } from "./owing.store.ts";

type Asking = Pick<Transaction, "sql" | "bureauId" | "actor" | "now">;

export interface SeatsAsked {
  owers: readonly Ower[];
  stationId: string | null;
  on: string;
}

export interface FoundSeat {
  gridId: string;
  gridCode: string;
  gridName: string;
  duty: Duty;
  isVacant: boolean;
}

interface SeatsFound {
  seats: number;
  vacantSeats: number;
  owing: FoundSeat[];
}

/** How many there are, and the first of them. */
export async function seatsFound(asking: Asking, asked: SeatsAsked, most: number): Promise<SeatsFound> {
  const { sql, bureauId, now } = asking;
  const [row] = await sql<SeatsFound[]>`
    with found as materialized (
      select owing.grid_id, owing.code, owing.duty, not exists (
        select from assignments h where h.bureau_id = ${bureauId} and h.grid_id = owing.grid_id and h.duty = owing.duty
          and h.starts_at <= ${now} and (h.ends_at is null or h.ends_at > ${now})) as is_vacant
      from (${seatsOwing(asking, { ...asked, owers: owersGiven(asking, asked.owers), at: now })}) owing
    )
    select count(*)::int as seats, (count(*) filter (where is_vacant))::int as vacant_seats, coalesce((
      select jsonb_agg(jsonb_build_object('gridId', told.grid_id, 'gridCode', told.code, 'gridName', f.name, 'duty', told.duty, 'isVacant', told.is_vacant)
        order by told.is_vacant desc, told.code, told.duty)
      from (select * from found order by is_vacant desc, code, duty limit ${most}) told
      join grid_facts f on f.bureau_id = ${bureauId} and f.grid_id = told.grid_id and f.starts_on <= ${asked.on}
        and (f.ends_on is null or f.ends_on > ${asked.on})), '[]') as owing
    from found`;
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
