import { eq, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import * as tables from "../tables/index.ts";
import { daysOfCalendar, noteOfCalendar, shiftsOfCalendar, yearsOfCalendar } from "./calendar.ts";
import type { Draft } from "./draft.ts";
import type { Told } from "./log/log-of.ts";
import { insertMany } from "./insert-many.ts";
import { entriesOf, eventsOf, rowsOf } from "./rows.ts";
import { writeWork } from "./work/write-work.ts";

type Transaction = Pick<PostgresJsDatabase, "execute" | "select" | "insert">;

/** Writes a bureau whole or not at all; false where one of that code is there. */
export function writeBureau(
  database: PostgresJsDatabase,
  draft: Draft,
  told: Told,
  passwordHash: string,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { bureauId, code, name } = draft;
    await tx.execute(
      sql`select set_config('maple.bureau_id', ${bureauId}, true), set_config('maple.sign_in_code', ${code}, true)`,
    );
    if ((await tx.select().from(tables.bureaus).where(eq(tables.bureaus.code, code))).length > 0) return false;
    await tx.insert(tables.bureaus).values({ bureauId, code, name, createdAt: told.entries[0]?.at.toISOString() });
    const write = <T extends PgTable>(table: T, rows: Omit<T["$inferInsert"], "bureauId">[]) =>
      insertAll(tx, table, bureauId, rows);
    for (const { table, rows } of rowsOf(draft, told)) await write(table, rows as never[]);
    await writeCalendar(tx, draft, told);
    await writeAccounts(tx, draft, told, passwordHash);
    if (draft.work) await writeWork(tx, draft.work);
    await write(tables.importRuns, told.importRuns);
    await insertMany(tx, tables.outboxEvents, bureauId, eventsOf(draft, told));
    await insertMany(tx, tables.auditEntries, bureauId, entriesOf(draft, told));
    return true;
  });
}

const rowsAtOnce = 1_000;

async function insertAll<T extends PgTable>(tx: Transaction, table: T, bureauId: string, rows: object[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const chunk = rows.slice(start, start + rowsAtOnce).map((row) => Object.assign({ bureauId }, row));
    await tx.insert(table).values(chunk as T["$inferInsert"][]);
  }
}

async function writeAccounts(tx: Transaction, { bureauId, accounts }: Draft, told: Told, passwordHash: string) {
  const rows = accounts.map(({ accountId, name, displayName, memberId }) => ({
    ...{ bureauId, id: accountId, name, displayName, memberId, passwordHash, mustChangePassword: false },
    createdAt: told.accountsMadeAt.get(accountId)?.toISOString(),
  }));
  await tx.insert(tables.accounts).values(rows);
  const grants = accounts.map(({ id, accountId, role, unitId }) => ({ bureauId, id, accountId, role, unitId }));
  await tx.insert(tables.roleGrants).values(grants);
}

/** What is published takes no more days: it is a draft until it has them. */
async function writeCalendar(tx: Transaction, { bureauId, calendarId: id }: Draft, { calendarPublishedAt }: Told) {
  const publishedAt = calendarPublishedAt.toISOString();
  const revision = { bureauId, id, number: 1, announcedYears: yearsOfCalendar, createdAt: publishedAt };
  await tx
    .insert(tables.calendarRevisions)
    .values({ ...revision, state: "DRAFT", version: yearsOfCalendar.length + 1 });
  const hold = { bureauId, revisionId: id };
  await tx.insert(tables.calendarShifts).values(shiftsOfCalendar.map((shift) => Object.assign({}, hold, shift)));
  await tx.insert(tables.calendarDays).values(daysOfCalendar.map((day) => Object.assign({}, hold, day)));
  await tx.execute(
    sql`update calendar_revisions set state = 'PUBLISHED', published_at = ${publishedAt}, published_by = 'admin', note = ${noteOfCalendar}, version = version + 1
      where bureau_id = ${bureauId} and id = ${id}`,
  );
}
