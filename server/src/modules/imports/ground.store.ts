import type { Transaction } from "#kernel/command";
import { dayOf, startOfDay } from "#kernel/day";
import { isId } from "#kernel/ids";
import type {
  GridGround,
  Ground,
  GroundAssignment,
  GroundDivision,
  GroundGrid,
  GroundMember,
  GroundStandard,
  GroundUnit,
  MemberGround,
  Period,
} from "./ground.ts";
import type { MemberRow } from "./member-rows.ts";

/** Whether what is read is held still until the transaction ends: for writing, not for a dry run. */
interface How {
  hold: boolean;
}

type Dates<T extends Period> = Omit<T, keyof Period> & { startsAt: Date; endsAt: Date | null };

export async function readGridGround(tx: Transaction, how: How): Promise<GridGround> {
  const { sql, bureauId } = tx;
  const ground = await readGround(tx, how);
  const divisions = await sql<GroundDivision[]>`
    select id, code, name, closed_on from divisions where bureau_id = ${bureauId} order by id ${how.hold ? sql`for share` : sql``}`;
  return { ...ground, divisions };
}

export async function readMemberGround(
  tx: Transaction,
  rows: readonly MemberRow[],
  from: string | undefined,
  how: How,
): Promise<MemberGround> {
  const { sql, bureauId } = tx;
  const ground = await readGround(tx, how);
  const since = startOfDay(
    earliest([
      dayOf(tx.now),
      ...(from ? [from] : []),
      ...rows.flatMap((row) => row.seats.flatMap((seat) => seat.from ?? [])),
    ]),
  );
  const members = await sql<GroundMember[]>`
    select id, badge, name, kind, unit_id, phone, joined_on, left_on from members
    where bureau_id = ${bureauId} order by id ${how.hold ? sql`for no key update` : sql``}`;
  const [assignments, standards, dutyHolders] = await Promise.all([
    sql<Dates<GroundAssignment>[]>`
      select grid_id, member_id, duty, starts_at, ends_at from assignments
      where bureau_id = ${bureauId} and (ends_at is null or ends_at > ${since})`,
    sql<Dates<GroundStandard>[]>`
      select grid_kind, complexity, duty, at_most, starts_at, ends_at from staffing_standards
      where bureau_id = ${bureauId} and (ends_at is null or ends_at > ${since})`,
    sql<MemberGround["dutyHolders"]>`select duty, member_kind from duty_holders where bureau_id = ${bureauId}`,
  ]);
  return { ...ground, members, assignments: assignments.map(inIso), standards: standards.map(inIso), dutyHolders };
}

async function readGround({ sql, bureauId, now }: Transaction, { hold }: How): Promise<Ground> {
  const units = await sql<GroundUnit[]>`
    select id, parent_id, kind, name, code, closed_on from units where bureau_id = ${bureauId} order by id ${hold ? sql`for share` : sql``}`;
  const [[bureau], grids] = await Promise.all([
    sql<{ code: string; name: string }[]>`select code, name from bureaus where bureau_id = ${bureauId}`,
    sql<GroundGrid[]>`
      select id, code, name, kind, complexity, station_id, police_room_id, division_id, households, population, counted_year, opened_on, closed_on
      from grids where bureau_id = ${bureauId} order by id ${hold ? sql`for no key update` : sql``}`,
  ]);
  const rootId = units.find((unit) => unit.parentId === null)!.id;
  return { bureau: { ...bureau!, rootId }, today: dayOf(now), units, grids };
}

const inIso = <T extends Dates<Period>>(row: T) => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt?.toISOString() ?? null,
});

const earliest = (days: readonly string[]) => days.reduce((first, day) => (day < first ? day : first));

export async function isOpenStation({ sql, bureauId }: Transaction, id: string): Promise<boolean> {
  const found = isId(id)
    ? await sql`
        select id from units
        where bureau_id = ${bureauId} and id = ${id} and kind = 'STATION' and closed_on is null`
    : [];
  return found.length > 0;
}
