import type { PendingQuery, Row } from "postgres";
import type { Sql, Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { isId } from "#kernel/ids";
import type { ImportKind } from "./columns.ts";
import { type GroundTexts, portionOf, type Portions } from "./ground-texts.ts";

/** Whether what is read is held still until the transaction ends: for writing, not for a dry run. */
interface How {
  hold: boolean;
}

type Place = Pick<Transaction, "sql" | "bureauId" | "now">;

const mostInText = 2_000;
/** Eleven years: rows of a file may name days of ten, by the calendar. */
const mostDaysBack = 4_018;

/** What the bureau holds, as JSON the way the database writes it: only the thread for files takes it apart. */
export async function readGround(place: Place, kind: ImportKind, how: How): Promise<GroundTexts> {
  const { sql, bureauId, now } = place;
  const [bureau] = await sql<{ code: string; name: string; rootId: string }[]>`
    select b.code, b.name, u.id as root_id from bureaus b join units u on u.bureau_id = b.bureau_id and u.parent_id is null where b.bureau_id = ${bureauId}`;
  const ground = {
    bureau: bureau!,
    today: dayOf(now),
    units: await textsOf(place, unitsAfter, held(sql, how, "share")),
    grids: await textsOf(place, gridsAfter, held(sql, how, "no key update")),
  };
  return kind === "GRIDS"
    ? { ...ground, divisions: await textsOf(place, divisionsAfter, held(sql, how, "share")) }
    : { ...ground, ...(await membersGround(place, how)) };
}

/** What stands for the units and divisions as they are; those that the file itself has added are left out. */
export async function fingerprintOf({ sql, bureauId }: Omit<Place, "now">, added: readonly string[], { hold }: How) {
  const held = hold ? sql`for share` : sql``;
  const others = sql`bureau_id = ${bureauId} and not id = any(${added}::uuid[])`;
  const [print] = await sql<{ units: string | null; divisions: string | null }[]>`
    select (select md5(string_agg(row::text, '' order by row.id)) from (select id, parent_id, kind, name, code, closed_on from units where ${others} ${held}) row) as units,
      (select md5(string_agg(row::text, '' order by row.id)) from (select id, code, name, closed_on from divisions where ${others} ${held}) row) as divisions`;
  return `${print!.units} ${print!.divisions}`;
}

async function membersGround(place: Place, how: How) {
  const members = await textsOf(place, membersAfter, held(place.sql, how, "no key update"));
  const none = place.sql``;
  return {
    members,
    assignments: await textsOf(place, assignmentsAfter, none),
    standards: await textsOf(place, standardsAfter, none),
    dutyHolders: await textsOf(place, dutyHoldersAfter, none),
  };
}

const held = (sql: Sql, { hold }: How, how: "share" | "no key update") =>
  !hold ? sql`` : how === "share" ? sql`for share` : sql`for no key update`;

/** A part of a statement. */
export type Fragment = PendingQuery<Row[]>;

type RowsAfter = (place: Place, after: string) => Fragment;

/** All rows in portions, in the order of their ids. */
async function textsOf(place: Place, rowsAfter: RowsAfter, hold: Fragment): Promise<Portions> {
  const texts: Portions = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const [portion] = await place.sql<{ text: string | null; last: string | null; count: number }[]>`
      select json_agg(row)::text as text, (array_agg(row.id order by row.id desc))[1] as last, count(*)::int as count
      from (${rowsAfter(place, after)} order by id limit ${mostInText} ${hold}) row`;
    if (portion!.text === null) return texts;
    texts.push(portionOf(portion!.text));
    if (portion!.count < mostInText) return texts;
    after = portion!.last!;
  }
}

const unitsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, parent_id as "parentId", kind, name, code, closed_on as "closedOn" from units where bureau_id = ${bureauId} and id > ${after}`;

const gridsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, code, name, kind, complexity, station_id as "stationId", police_room_id as "policeRoomId", division_id as "divisionId", households, population,
    counted_year as "countedYear", opened_on as "openedOn", closed_on as "closedOn", version from grids where bureau_id = ${bureauId} and id > ${after}`;

const divisionsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, code, name, closed_on as "closedOn" from divisions where bureau_id = ${bureauId} and id > ${after}`;

const membersAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, badge, name, kind, unit_id as "unitId", phone, joined_on as "joinedOn", left_on as "leftOn" from members where bureau_id = ${bureauId} and id > ${after}`;

const assignmentsAfter: RowsAfter = (place, after) => place.sql`
  select id, grid_id as "gridId", member_id as "memberId", duty, ${periodIn(place.sql)} from assignments
  where bureau_id = ${place.bureauId} and id > ${after} and ${maySpeakOf(place)}`;

const standardsAfter: RowsAfter = (place, after) => place.sql`
  select id, grid_kind as "gridKind", complexity, duty, at_most as "atMost", ${periodIn(place.sql)} from staffing_standards
  where bureau_id = ${place.bureauId} and id > ${after} and ${maySpeakOf(place)}`;

const dutyHoldersAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, duty, member_kind as "memberKind" from duty_holders where bureau_id = ${bureauId} and id > ${after}`;

const periodIn = (sql: Sql) => sql`${isoOf(sql, "starts_at")} as "startsAt", ${isoOf(sql, "ends_at")} as "endsAt"`;

const isoOf = (sql: Sql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Rows of a file that lie further back are refused for that. */
const maySpeakOf = ({ sql, now }: Place) =>
  sql`(ends_at is null or ends_at > ${new Date(now.getTime() - mostDaysBack * 86_400_000)})`;

export async function isOpenStation(
  { sql, bureauId }: Pick<Transaction, "sql" | "bureauId">,
  id: string,
): Promise<boolean> {
  const found = isId(id)
    ? await sql`
        select id from units
        where bureau_id = ${bureauId} and id = ${id} and kind = 'STATION' and closed_on is null`
    : [];
  return found.length > 0;
}
