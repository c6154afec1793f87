import type { Sql, TransactionSql } from "postgres";

type Row = Record<string, unknown>;

const facts = new Set(["stationId", "policeRoomId", "name", "nameInitials", "kind", "complexity", "level"]);
const always = "-infinity";

/** Grids put into the tables by themselves, each as it always was. */
export async function insertGrids(sql: Sql | TransactionSql, grids: readonly Row[]) {
  const isFact = (key: string) => facts.has(key);
  await inOne(sql, async (tx) => {
    await tx`insert into grids ${tx(grids.map((grid) => part(grid, (key) => !isFact(key))))}`;
    const ofGrids: Row[] = grids.map((grid) => ({
      gridId: grid["id"],
      bureauId: grid["bureauId"],
      startsOn: always,
      ...part(grid, isFact),
    }));
    await tx`insert into grid_facts ${tx(ofGrids)}`;
  });
}

/** Members likewise, each in one unit. */
export async function insertMembers(sql: Sql | TransactionSql, members: readonly Row[]) {
  await inOne(sql, async (tx) => {
    await tx`insert into members ${tx(members.map((member) => part(member, (key) => key !== "unitId")))}`;
    const units: Row[] = members.map(({ bureauId, id, unitId }) => ({
      bureauId,
      memberId: id,
      startsOn: always,
      unitId,
    }));
    await tx`insert into member_units ${tx(units)}`;
  });
}

const part = (row: Row, has: (key: string) => boolean): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => has(key)));

/** What belongs together is looked at as a transaction commits. */
const inOne = (sql: Sql | TransactionSql, work: (tx: Sql | TransactionSql) => Promise<void>) =>
  "begin" in sql ? sql.begin((tx) => work(tx)) : work(sql);

/** A row of any table; a grid's and a member's come with what they always were. */
export async function insertAnyRow(sql: Sql | TransactionSql, table: string, row: Row) {
  if (table === "grids") await insertGrids(sql, [row]);
  else if (table === "members") await insertMembers(sql, [row]);
  else await sql`insert into ${sql(table)} ${sql(row)}`;
}
