import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { isId } from "#kernel/ids";
import { inCommand, raw, readingIn, sql as fragment } from "#kernel/read";
import { type Duty, isGridInSight } from "#modules/grids";
import { isMemberIdInSight } from "#modules/members";
import { isUnitInSight } from "#modules/organisation";
import { answerersOf } from "./answering.rows.ts";
import type { Answerer } from "./work.store.ts";

interface Ground {
  name: string;
  /** The station above, or where none is, the unit itself. */
  stationId: string;
  level: number;
  answerers: readonly Answerer[];
}

export interface GridGround extends Ground {
  openedOn: string;
  closedOn: string | null;
  policeRoomId: string | null;
}

export interface UnitGround extends Ground {
  kind: string;
  closedOn: string | null;
}

/** A unit's own id, the units above it and their kinds, nearest first. */
export const stationOver = ({ sql, bureauId }: Transaction, unitId: unknown) => sql`coalesce((
  with recursive above (id, parent_id, kind, distance) as (
    select lowest.id, lowest.parent_id, lowest.kind, 0 from units lowest where lowest.bureau_id = ${bureauId} and lowest.id = ${unitId as never}
    union all
    select parent.id, parent.parent_id, parent.kind, above.distance + 1
    from above join units parent on parent.bureau_id = ${bureauId} and parent.id = above.parent_id
  ) select id from above where kind = 'STATION' order by distance limit 1), ${unitId as never})`;

const answering = (tx: Transaction, address: Parameters<typeof answerersOf>[0]) => tx.sql`coalesce((
  select jsonb_agg(jsonb_build_object('holderId', a.holder_id, 'memberId', a.member_id) order by a.since, a.holder_id)
  from ${inCommand(tx, answerersOf(address, readingIn(tx)))} a), '[]')`;

const nobody = fragment`null::uuid`;
const noDuty = fragment`null::text`;

/** The grid today, in sight, with who answers for the duty there. */
export async function gridGround(tx: Transaction, gridId: string, duty: Duty): Promise<GridGround | undefined> {
  const { sql, bureauId, now } = tx;
  const today = dayOf(now);
  const [grid] = isId(gridId)
    ? await sql<GridGround[]>`
        select f.name, f.station_id, f.level, f.police_room_id, g.opened_on, g.closed_on, x.answerers from grids g
        join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today})
        cross join lateral (select ${duty}::text as duty offset 0) d
        cross join lateral (select ${answering(tx, { gridId: raw("g.id"), duty: raw("d.duty"), memberId: nobody })} as answerers) x
        where g.bureau_id = ${bureauId} and g.id = ${gridId} and ${inCommand(tx, isGridInSight(raw("g.id"), readingIn(tx)))}`
    : [];
  return grid;
}

export async function memberGround(
  tx: Transaction,
  memberId: string,
): Promise<(Ground & { leftOn: string | null }) | undefined> {
  const { sql, bureauId, now } = tx;
  const today = dayOf(now);
  const [member] = isId(memberId)
    ? await sql<(Ground & { leftOn: string | null })[]>`
        select own.name, own.left_on, ${stationOver(tx, sql`held.unit_id`)} as station_id, 3 as level,
          ${answering(tx, { gridId: nobody, duty: noDuty, memberId: raw("own.id") })} as answerers
        from members own join member_units held on held.bureau_id = own.bureau_id and held.member_id = own.id
          and held.starts_on <= ${today} and (held.ends_on is null or held.ends_on > ${today})
        where own.bureau_id = ${bureauId} and own.id = ${memberId} and ${inCommand(tx, isMemberIdInSight(raw("own.id"), readingIn(tx)))}`
    : [];
  return member;
}

/** Who answers for a member now, whoever asks. */
export async function answerersOfMember(tx: Transaction, memberId: string): Promise<readonly Answerer[]> {
  const { sql, bureauId } = tx;
  const [member] = await sql<{ answerers: Answerer[] }[]>`
    select ${answering(tx, { gridId: nobody, duty: noDuty, memberId: raw("person.id") })} as answerers
    from members person where person.bureau_id = ${bureauId} and person.id = ${memberId}`;
  return member?.answerers ?? [];
}

/** The unit, in sight; a partner may be addressed by anybody. */
export async function unitGround(tx: Transaction, unitId: string): Promise<UnitGround | undefined> {
  const { sql, bureauId } = tx;
  const [unit] = isId(unitId)
    ? await sql<UnitGround[]>`
        select u.name, u.kind, u.closed_on, u.level, ${stationOver(tx, sql`u.id`)} as station_id, '[]'::jsonb as answerers from units u
        where u.bureau_id = ${bureauId} and u.id = ${unitId} and (u.kind = 'PARTNER' or ${inCommand(tx, isUnitInSight({ id: raw("u.id") }, readingIn(tx)))})`
    : [];
  return unit;
}

export interface Above {
  unitId: string;
  level: number;
}

/** The units to which work of a station may go up: the grid's police room, the station, the bureau; the nearest first. */
export async function levelsAbove(
  { sql, bureauId, now }: Transaction,
  { stationId, gridId }: { stationId: string; gridId: string | null },
): Promise<Above[]> {
  const today = dayOf(now);
  return sql<Above[]>`
    select unit_id, level from (
      select f.police_room_id as unit_id, 2 as level from grid_facts f
      where f.bureau_id = ${bureauId} and f.grid_id = ${gridId} and f.starts_on <= ${today} and (f.ends_on is null or f.ends_on > ${today}) and f.police_room_id is not null
      union all
      select u.id, 1 from units u where u.bureau_id = ${bureauId} and u.id = ${stationId} and u.kind <> 'BUREAU'
      union all
      select u.id, 0 from units u where u.bureau_id = ${bureauId} and u.kind = 'BUREAU'
    ) above order by level desc`;
}
