import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import * as tables from "../tables/index.ts";
import type { Draft, Duty, Grid } from "./draft.ts";
import { usualHolders } from "./duty-holders.ts";

type Transaction = Pick<PostgresJsDatabase, "execute" | "select" | "insert">;

/** Writes a bureau whole or not at all; false where one of that code is there. */
export function writeBureau(database: PostgresJsDatabase, draft: Draft, passwordHash: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { bureauId, code, name } = draft;
    await tx.execute(
      sql`select set_config('maple.bureau_id', ${bureauId}, true), set_config('maple.sign_in_code', ${code}, true)`,
    );
    if ((await tx.select().from(tables.bureaus).where(eq(tables.bureaus.code, code))).length > 0) return false;
    await tx.insert(tables.bureaus).values({ bureauId, code, name });
    const write = <T extends PgTable>(table: T, rows: Omit<T["$inferInsert"], "bureauId">[]) =>
      insertAll(tx, table, bureauId, rows);
    const named = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: draft.initialsOf(row.name) });
    await write(tables.units, draft.units.map(named));
    await write(tables.divisions, draft.divisions.map(named));
    await write(
      tables.members,
      draft.members.map(({ unitId: _unit, ...member }) => member),
    );
    await write(
      tables.memberUnits,
      draft.members.map(({ id, unitId }) => ({ memberId: id, startsOn: always, unitId })),
    );
    await write(
      tables.grids,
      draft.grids.map((grid) => splitGrid(grid)[0]),
    );
    await write(
      tables.gridFacts,
      draft.grids.map((grid) => splitGrid(grid)[1]),
    );
    await write(tables.dutyHolders, dutyHolderRows(draft));
    await write(tables.staffingStandards, draft.standards);
    await write(tables.assignments, draft.assignments);
    await write(tables.absences, draft.absences);
    await writeAccounts(tx, draft, passwordHash);
    await recordCreation(tx, draft);
    return true;
  });
}

const always = "-infinity";

function splitGrid({ stationId, policeRoomId, name, nameInitials, kind, complexity, level, ...grid }: Grid) {
  const facts = { stationId, policeRoomId, name, nameInitials, kind, complexity, level };
  return [grid, { gridId: grid.id, startsOn: always, ...facts }] as const;
}

const rowsAtOnce = 1_000;

async function insertAll<T extends PgTable>(tx: Transaction, table: T, bureauId: string, rows: object[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = rows.slice(start, start + rowsAtOnce).map((row) => Object.assign({ bureauId }, row));
    await tx.insert(table).values(chunk as T["$inferInsert"][]);
  }
}

const dutyHolderRows = ({ newId }: Draft) =>
  (Object.keys(usualHolders) as Duty[]).flatMap((duty) =>
    usualHolders[duty].map((memberKind) => ({ id: newId(), duty, memberKind })),
  );

async function writeAccounts(tx: Transaction, { bureauId, accounts, newId }: Draft, passwordHash: string) {
  const rows = accounts.map((account) => ({
    ...account,
    bureauId,
    id: newId(),
    passwordHash,
    mustChangePassword: false,
  }));
  await tx.insert(tables.accounts).values(rows);
  await tx
    .insert(tables.roleGrants)
    .values(rows.map(({ id, role, unitId }) => ({ bureauId, id: newId(), accountId: id, role, unitId })));
}

async function recordCreation(tx: Transaction, { bureauId, code, name, newId, now }: Draft) {
  const deed = { bureauId, at: now.toISOString(), entityType: "Bureau", entityId: bureauId };
  const words = { actorName: "demo", action: "bureau.create", after: { code, name }, requestId: "demo" };
  await tx.insert(tables.auditEntries).values({ ...deed, ...words, id: newId() });
  await tx.insert(tables.outboxEvents).values({ ...deed, id: newId(), type: words.action });
}
