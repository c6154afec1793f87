import type { Transaction } from "#kernel/command";
import { initialsOf } from "#kernel/pinyin";
import type { NewDivision } from "./division-plan.rules.ts";
import type { ChangedGrid, GridPlan, NewStation } from "./grid-plan.rules.ts";
import type { ChangedMember, MemberPlan } from "./member-plan.rules.ts";
import type { NewAssignment } from "./seat-plan.rules.ts";

/** Told after each chunk how many rows it wrote. */
export type Wrote = (rows: number) => Promise<void>;

const chunkRows = 250;

export async function insertStations(
  tx: Transaction,
  stations: readonly NewStation[],
  rootId: string,
  openedOn: string | undefined,
  wrote: Wrote,
) {
  const { sql, bureauId } = tx;
  const [last] = await sql<{ next: number }[]>`
    select coalesce(max(position) + 1, 0) as next from units where bureau_id = ${bureauId} and parent_id = ${rootId}`;
  const rows = stations.map(({ id, name }, index) => ({
    ...withInitials({ bureauId, id, parentId: rootId, kind: "STATION", name, level: 1 }),
    position: last!.next + index,
    openedOn: openedOn ?? null,
  }));
  await inChunks(rows, wrote, (chunk) => sql`insert into units ${sql(chunk)}`);
}

/** Those above stand before those below. */
export function insertDivisions({ sql, bureauId }: Transaction, divisions: readonly NewDivision[], wrote: Wrote) {
  const inBureau = (division: NewDivision) => ({ bureauId, ...withInitials(division) });
  const rows = divisions.toSorted((one, other) => one.code.length - other.code.length).map(inBureau);
  return inChunks(rows, wrote, (chunk) => sql`insert into divisions ${sql(chunk)}`);
}

export function insertGrids(
  { sql, bureauId }: Transaction,
  grids: GridPlan["created"],
  schemeOf: (code: string) => string,
  wrote: Wrote,
) {
  const rowOf = (grid: (typeof grids)[number]) => ({
    bureauId,
    ...withInitials(grid),
    codeScheme: schemeOf(grid.code),
  });
  return inChunks(grids, wrote, (chunk) => sql`insert into grids ${sql(chunk.map(rowOf))}`);
}

export function updateGrids({ sql, bureauId }: Transaction, grids: readonly ChangedGrid[], wrote: Wrote) {
  const rowOf = ({ before, change }: ChangedGrid) => withInitials({ ...before, ...change });
  return inChunks(
    grids,
    wrote,
    (chunk) => sql`
    update grids g set name = n.name, name_initials = n."nameInitials", kind = n.kind, complexity = n.complexity, station_id = n."stationId",
      police_room_id = n."policeRoomId", division_id = n."divisionId", households = n.households, population = n.population,
      counted_year = n."countedYear", version = g.version + 1
    from jsonb_to_recordset(${sql.json(chunk.map(rowOf) as never)}) as n(id uuid, name text, "nameInitials" text, kind text, complexity text, "stationId" uuid,
      "policeRoomId" uuid, "divisionId" uuid, households int, population int, "countedYear" smallint)
    where g.bureau_id = ${bureauId} and g.id = n.id`,
  );
}

export function insertMembers({ sql, bureauId }: Transaction, members: MemberPlan["created"], wrote: Wrote) {
  const rowOf = (member: (typeof members)[number]) => withInitials({ bureauId, ...member });
  return inChunks(members, wrote, (chunk) => sql`insert into members ${sql(chunk.map(rowOf))}`);
}

export function updateMembers({ sql, bureauId }: Transaction, members: readonly ChangedMember[], wrote: Wrote) {
  const rows = members.map(({ before, change }) => ({ ...before, ...change }));
  return inChunks(
    rows,
    wrote,
    (chunk) => sql`
    update members m set kind = n.kind, unit_id = n."unitId", phone = n.phone, version = m.version + 1
    from jsonb_to_recordset(${sql.json(chunk as never)}) as n(id uuid, kind text, "unitId" uuid, phone text)
    where m.bureau_id = ${bureauId} and m.id = n.id`,
  );
}

export function insertAssignments(
  { sql, bureauId }: Transaction,
  assignments: readonly NewAssignment[],
  reason: string,
  wrote: Wrote,
) {
  const rowOf = ({ id, gridId, memberId, duty, startsAt, concurrentPost }: NewAssignment) => ({
    bureauId,
    id,
    gridId,
    memberId,
    duty,
    startsAt,
    concurrentPost,
    reason,
  });
  return inChunks(assignments, wrote, (chunk) => sql`insert into assignments ${sql(chunk.map(rowOf))}`);
}

const withInitials = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: initialsOf(row.name) });

/** What is worked out for a row is worked out with its chunk, so that a large file keeps nobody waiting. */
async function inChunks<T>(rows: readonly T[], wrote: Wrote, write: (chunk: T[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += chunkRows) {
    const chunk = rows.slice(start, start + chunkRows);
    await write(chunk);
    await wrote(chunk.length);
  }
}
