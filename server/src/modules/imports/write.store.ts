import type { Transaction } from "#kernel/command";
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

/** How a portion of each list is written. What is worked out for a row is worked out with its portion. */
export const writers = {
  stations: insertStations,
  divisions: ({ sql, bureauId }, divisions: GridPlan["divisions"]) =>
    sql`insert into divisions ${sql(divisions.map((division) => ({ bureauId, ...withInitials(division) })))}`,
  createdGrids: ({ sql, bureauId }, grids: GridPlan["created"]) =>
    sql`insert into grids ${sql(grids.map((grid) => ({ bureauId, ...withInitials(grid), codeScheme: schemeOf(grid.code) })))}`,
  changedGrids: updateGrids,
  createdMembers: ({ sql, bureauId }, members: MemberPlan["created"]) =>
    sql`insert into members ${sql(members.map((member) => withInitials({ bureauId, ...member })))}`,
  changedMembers: updateMembers,
  assignments: insertAssignments,
} satisfies Record<WrittenList, Write>;

async function insertStations({ sql, bureauId }: Transaction, stations: NewStation[], { options }: Run) {
  const [root] = await sql<{ id: string; next: number }[]>`
    select u.id, (select coalesce(max(c.position) + 1, 0) from units c where c.bureau_id = ${bureauId} and c.parent_id = u.id) as next
    from units u where u.bureau_id = ${bureauId} and u.parent_id is null`;
  const rows = stations.map(({ id, name }, index) => ({
    ...withInitials({ bureauId, id, parentId: root!.id, kind: "STATION", name, level: 1 }),
    position: root!.next + index,
    openedOn: options.openedOn ?? null,
  }));
  await sql`insert into units ${sql(rows)}`;
}

/** As they were when it was planned, or not at all. */
async function updateGrids({ sql, bureauId }: Transaction, grids: GridPlan["changed"]) {
  const rows = grids.map(({ before, change }) => withInitials({ ...before, ...change }));
  const updated = await sql`
    update grids g set name = n.name, name_initials = n."nameInitials", kind = n.kind, complexity = n.complexity, station_id = n."stationId",
      police_room_id = n."policeRoomId", division_id = n."divisionId", households = n.households, population = n.population,
      counted_year = n."countedYear", version = g.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, name text, "nameInitials" text, kind text, complexity text, "stationId" uuid,
      "policeRoomId" uuid, "divisionId" uuid, households int, population int, "countedYear" smallint, version int)
    where g.bureau_id = ${bureauId} and g.id = n.id and g.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
}

async function updateMembers({ sql, bureauId }: Transaction, members: MemberPlan["changed"]) {
  const rows = members.map(({ before, change }) => ({ ...before, ...change }));
  const updated = await sql`
    update members m set kind = n.kind, unit_id = n."unitId", phone = n.phone, version = m.version + 1
    from jsonb_to_recordset(${sql.json(rows as never)}) as n(id uuid, kind text, "unitId" uuid, phone text, version int)
    where m.bureau_id = ${bureauId} and m.id = n.id and m.version = n.version`;
  if (updated.count < rows.length) throw new GroundMoved();
}

function insertAssignments({ sql, bureauId }: Transaction, assignments: NewAssignment[], { fileName }: Run) {
  const rows = assignments.map(({ named: _named, ...assignment }) => ({ bureauId, ...assignment, reason: fileName }));
  return sql`insert into assignments ${sql(rows)}`;
}

const withInitials = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: initialsOf(row.name) });
