import { assignments, divisions, grids, members, units } from "@maple-bridge/drizzle/tables";
import { insertNow, type Sql, type Transaction } from "#kernel/command";
import { initialsOf } from "#kernel/pinyin";
import { schemeOf } from "#modules/grids";
import { GroundMoved } from "./ground-moved.ts";
import type { GridPlan, NewStation } from "./grid-plan.rules.ts";
import type { ImportRow } from "./import.store.ts";
import type { MemberPlan } from "./member-plan.rules.ts";
import type { WrittenList } from "./plan-file.ts";
import type { NewAssignment } from "./seat-plan.rules.ts";

/** Told after each portion how many rows it wrote. */
export type Wrote = (rows: number) => Promise<void>;

type Run = Pick<ImportRow, "fileName" | "options">;
type Write = (tx: Transaction, rows: never[], run: Run) => PromiseLike<unknown>;

/** Others' reads go on meanwhile, by plans that may have been made for tables a hundredth as large. */
export const planOutgrownAnew = (sql: Sql) => sql`select plan_outgrown_anew()`;

/** Once all is committed: PostgreSQL would find it out a minute later by itself. */
export const analyzeImported = (sql: Sql) => sql`select analyze_imported()`;

/** How a portion of each list is written. What is worked out for a row is worked out with its portion. */
export const writers = {
  stations: insertStations,
  divisions: (tx, rows: GridPlan["divisions"]) => insertNow(tx, divisions, rows.map(withInitials)),
  createdGrids: insertGrids,
  changedGrids: updateGrids,
  createdMembers: (tx, rows: MemberPlan["created"]) => insertNow(tx, members, rows.map(withInitials)),
  changedMembers: updateMembers,
  assignments: insertAssignments,
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

function insertGrids(tx: Transaction, created: GridPlan["created"]) {
  const rows = created.map((grid) => ({ ...withInitials(grid), codeScheme: schemeOf(grid.code) }));
  return insertNow(tx, grids, rows);
}

/** As they were when it was planned, or not at all. */
async function updateGrids({ sql, bureauId }: Transaction, changed: GridPlan["changed"]) {
  const rows = changed.map(({ before, change }) => withInitials({ ...before, ...change }));
  const updated = await sql`
    update grids g set name = n.name, name_initials = n."nameInitials", kind = n.kind, complexity = n.complexity, station_id = n."stationId",
      police_room_id = n."policeRoomId", division_id = n."divisionId", households = n.households, population = n.population,
      counted_year = n."countedYear", version = g.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, name text, "nameInitials" text, kind text, complexity text, "stationId" uuid,
      "policeRoomId" uuid, "divisionId" uuid, households int, population int, "countedYear" smallint, version int)
    where g.bureau_id = ${bureauId} and g.id = n.id and g.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
}

async function updateMembers({ sql, bureauId }: Transaction, changed: MemberPlan["changed"]) {
  const rows = changed.map(({ before, change }) => ({ ...before, ...change }));
  const updated = await sql`
    update members m set kind = n.kind, unit_id = n."unitId", phone = n.phone, version = m.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, kind text, "unitId" uuid, phone text, version int)
    where m.bureau_id = ${bureauId} and m.id = n.id and m.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
}

function insertAssignments(tx: Transaction, planned: NewAssignment[], { fileName }: Run) {
  const rows = planned.map(({ named: _named, ...assignment }) => ({ ...assignment, reason: fileName }));
  return insertNow(tx, assignments, rows);
}

const withInitials = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: initialsOf(row.name) });
