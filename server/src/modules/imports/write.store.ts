import { assignments, divisions, units } from "@maple-bridge/drizzle/tables";
import { insertNow, type Sql, type Transaction } from "#kernel/command";
import { bringLinesIn, type DutyLineDraft } from "#modules/catalogue";
import { bringChecklistsIn, type BroughtChecklist } from "#modules/checklists";
import { bringCategoriesIn } from "#modules/matters";
import type { GridPlan } from "./grid-plan.rules.ts";
import type { WrittenList } from "./plan-file.ts";
import type { NewAssignment } from "./seat-plan.rules.ts";
import type { NewStation } from "./station-plan.rules.ts";
import type { NewPoliceRoom } from "./police-room-plan.rules.ts";
import { insertGrids, openGridsEarlier, updateGrids } from "./write-grids.store.ts";
import { insertMatters, insertTasks } from "./write-ledgers.store.ts";
import { insertMembers, updateMembers } from "./write-members.store.ts";
import { type Run, withInitials } from "./written-run.ts";

/** Told after each portion how many rows it wrote. */
export type Wrote = (rows: number) => Promise<void>;

type Write = (tx: Transaction, rows: never[], run: Run) => PromiseLike<unknown>;

/** Others' reads go on meanwhile, by plans that may have been made for tables a hundredth as large. */
export const planOutgrownAnew = (sql: Sql) => sql`select plan_outgrown_anew()`;

/** Once all is committed: PostgreSQL would find it out a minute later by itself. */
export const analyzeImported = (sql: Sql) => sql`select analyze_imported()`;

/** How a portion of each list is written. What is worked out for a row is worked out with its portion. */
export const writers = {
  stations: insertStations,
  policeRooms: insertPoliceRooms,
  divisions: (tx, rows: GridPlan["divisions"]) => insertNow(tx, divisions, rows.map(withInitials)),
  createdGrids: insertGrids,
  changedGrids: updateGrids,
  openedGrids: openGridsEarlier,
  createdMembers: insertMembers,
  changedMembers: updateMembers,
  assignments: insertAssignments,
  categories: bringCategoriesIn,
  openMatters: insertMatters,
  endedMatters: insertMatters,
  openTasks: insertTasks,
  endedTasks: insertTasks,
  dutyLines: (tx, rows: DutyLineDraft[], { fileName }) => bringLinesIn(tx, rows, fileName),
  checklists: (tx, rows: BroughtChecklist[], { fileName }) => bringChecklistsIn(tx, rows, fileName),
} satisfies Record<WrittenList, Write>;

async function insertStations(tx: Transaction, stations: NewStation[], { options }: Run) {
  const { sql, bureauId } = tx;
  const [root] = await sql<{ id: string; next: number }[]>`
    select u.id, (select coalesce(max(c.position) + 1, 0) from units c where c.bureau_id = ${bureauId} and c.parent_id = u.id) as next
    from units u where u.bureau_id = ${bureauId} and u.parent_id is null`;
  const rows = stations.map(({ id, name }, index) => ({
    ...withInitials({ id, parentId: root!.id, kind: "STATION" as const, name, level: 1 }),
    position: root!.next + index,
    openedOn: options.openedOn ?? null,
  }));
  await insertNow(tx, units, rows);
}

async function insertPoliceRooms(tx: Transaction, rooms: NewPoliceRoom[], { options }: Run) {
  const { sql, bureauId } = tx;
  const places = await sql<{ id: string; next: number }[]>`
    select u.id, (select coalesce(max(c.position) + 1, 0) from units c where c.bureau_id = ${bureauId} and c.parent_id = u.id) as next
    from units u where u.bureau_id = ${bureauId} and u.id = any(${[...new Set(rooms.map(({ stationId }) => stationId))]}::uuid[])`;
  const next = new Map(places.map((place) => [place.id, place.next]));
  const rows = rooms.map(({ id, name, stationId }) => {
    const position = next.get(stationId)!;
    next.set(stationId, position + 1);
    const room = { id, parentId: stationId, kind: "POLICE_ROOM" as const, name, level: 2, position };
    return { ...withInitials(room), openedOn: options.openedOn ?? null };
  });
  await insertNow(tx, units, rows);
}

function insertAssignments(tx: Transaction, planned: NewAssignment[], { fileName }: Run) {
  const rows = planned.map(({ named: _named, ...assignment }) => ({ ...assignment, reason: fileName }));
  return insertNow(tx, assignments, rows);
}
