import type { Sql, Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { isId } from "#kernel/ids";
import type { ImportKind } from "./columns.ts";
import { isToday, type Place, type RowsAfter, textsOf } from "./ground-rows.store.ts";
import { ledgerGround } from "./ledger-ground.store.ts";
import type { GroundTexts } from "./ground-texts.ts";

/** Eleven years: rows of a file may name days of ten, by the calendar. */
const mostDaysBack = 4_018;

/** What the bureau holds, as JSON the way the database writes it: only the thread for files takes it apart. */
export async function readGround(place: Place, kind: ImportKind): Promise<GroundTexts> {
  const { sql, bureauId, now } = place;
  const [bureau] = await sql<{ code: string; name: string; rootId: string }[]>`
    select b.code, b.name, u.id as root_id from bureaus b join units u on u.bureau_id = b.bureau_id and u.parent_id is null where b.bureau_id = ${bureauId}`;
  const ground = {
    bureau: bureau!,
    today: dayOf(now),
    units: await textsOf(place, unitsAfter),
    grids: await textsOf(place, gridsAfter),
  };
  if (kind === "GRIDS") return { ...ground, divisions: await textsOf(place, divisionsAfter) };
  if (kind === "DUTY_LINES") return { ...ground, dutyLines: await textsOf(place, dutyLinesAfter) };
  if (kind === "CHECKLISTS") return { ...ground, checklists: await textsOf(place, checklistsAfter) };
  return { ...ground, ...(await (kind === "MEMBERS" ? membersGround(place) : ledgerGround(place, kind))) };
}

const categories = { matter_categories: "id, kind, code, name, ends_at" };

const printed = {
  GRIDS: { divisions: "id, code, name, closed_on" },
  MEMBERS: {
    staffing_standards: "id, grid_kind, complexity, duty, at_most, starts_at, ends_at",
    duty_holders: "id, duty, member_kind",
  },
  DISPUTES: categories,
  HAZARDS: categories,
  MATTERS: categories,
  TASKS: {},
  // Lines are put in force by what stands as they are written.
  DUTY_LINES: {},
  CHECKLISTS: { checklist_templates: "id, code, name, station_id" },
} satisfies Record<ImportKind, Record<string, string>>;

/**
 * What stands for units and whatever else a file is planned on as a whole; what the transaction itself has added is left out. With
 * `hold` it stays so until the transaction ends.
 */
export async function fingerprintOf(
  { sql, bureauId }: Pick<Place, "sql" | "bureauId">,
  kind: ImportKind,
  hold = false,
) {
  const tables = { units: "id, parent_id, kind, name, code, closed_on", ...printed[kind] };
  const prints: (string | null)[] = [];
  for (const [table, columns] of Object.entries(tables)) {
    const [row] = await sql<{ print: string | null }[]>`
      select md5(string_agg(row::text, '' order by row.id)) as print from (
        select ${sql.unsafe(columns)} from ${sql(table)} where bureau_id = ${bureauId} and xmin is distinct from pg_current_xact_id_if_assigned()::xid
        ${hold ? sql`for share` : sql``}) row`;
    prints.push(row!.print);
  }
  return prints.join(" ");
}

async function membersGround(place: Place) {
  return {
    members: await textsOf(place, membersAfter),
    assignments: await textsOf(place, assignmentsAfter),
    standards: await textsOf(place, standardsAfter),
    dutyHolders: await textsOf(place, dutyHoldersAfter),
  };
}

const unitsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, parent_id as "parentId", kind, name, code, closed_on as "closedOn" from units where bureau_id = ${bureauId} and id > ${after}`;

const gridsAfter: RowsAfter = ({ sql, bureauId, now }, after) => sql`
  select g.id, g.code, f.name, f.kind, f.complexity, f.station_id as "stationId", f.police_room_id as "policeRoomId", g.division_id as "divisionId", g.households,
    g.population, g.counted_year as "countedYear", g.opened_on as "openedOn", g.closed_on as "closedOn", g.version
  from grids g join grid_facts f on f.bureau_id = g.bureau_id and f.grid_id = g.id and ${isToday(sql, "f", now)}
  where g.bureau_id = ${bureauId} and g.id > ${after}`;

const dutyLinesAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select l.id, l.station_id as "stationId", l.duty, l.grid_kind as "gridKind", l.level, l.unit_kind as "unitKind", l.code, l.title, l.text, l.serves, l.position,
    l.is_set_aside as "isSetAside", l.ends_at as "endsAt"
  from duty_lines l where l.bureau_id = ${bureauId} and l.id > ${after} and not exists (
    select from duty_lines later where later.bureau_id = l.bureau_id and later.station_id is not distinct from l.station_id and later.owner = l.owner
      and later.code = l.code and later.revision > l.revision)`;

const checklistsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, code, name, station_id as "stationId" from checklist_templates where bureau_id = ${bureauId} and id > ${after}`;

const divisionsAfter: RowsAfter = ({ sql, bureauId }, after) => sql`
  select id, code, name, closed_on as "closedOn" from divisions where bureau_id = ${bureauId} and id > ${after}`;

const membersAfter: RowsAfter = ({ sql, bureauId, now }, after) => sql`
  select m.id, m.badge, m.name, m.kind, u.unit_id as "unitId", m.phone, m.joined_on as "joinedOn", m.left_on as "leftOn", m.version
  from members m join member_units u on u.bureau_id = m.bureau_id and u.member_id = m.id and ${isToday(sql, "u", now)}
  where m.bureau_id = ${bureauId} and m.id > ${after}`;

const assignmentsAfter: RowsAfter = (place, after) => place.sql`
  select id, grid_id as "gridId", member_id as "memberId", duty, version, ${periodIn(place.sql)} from assignments
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
export const maySpeakOf = ({ sql, now }: Pick<Place, "sql" | "now">) =>
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
