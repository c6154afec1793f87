import type { Sql, TransactionSql } from "postgres";
import * as tables from "../tables/index.ts";
import { daysOfCalendar, noteOfCalendar, shiftsOfCalendar, yearsOfCalendar } from "./calendar.ts";
import type { Draft } from "./draft.ts";
import type { Told } from "./log/log-of.ts";
import { insertMany } from "./insert-many.ts";
import { entriesOf, eventsOf, rowsOf } from "./rows.ts";
import { signWeeks, withSignatures } from "./work/sign-weeks.ts";
import { writeRechecks, writeWork } from "./work/write-work.ts";

/** Writes a bureau whole or not at all; false where one of that code is there. */
export function writeBureau(
  client: Sql,
  draft: Draft,
  told: Told,
  { passwordHash, onBusy }: { passwordHash: string; onBusy: () => void },
): Promise<boolean> {
  return client.begin(async (sql) => {
    const { bureauId, code, name } = draft;
    await sql`select set_config('maple.bureau_id', ${bureauId}, true), set_config('maple.sign_in_code', ${code}, true)`;
    if ((await sql`select from bureaus where code = ${code}`).length > 0) return false;
    await draft.keepPhotos(bureauId);
    const createdAt = told.entries[0]!.at.toISOString();
    await sql`insert into bureaus (bureau_id, code, name, created_at) values (${bureauId}, ${code}, ${name}, ${createdAt})`;
    for (const { table, rows } of rowsOf(draft, told)) await insertMany(sql, table, bureauId, rows);
    await writeCalendar(sql, draft, told);
    await writeAccounts(sql, draft, told, passwordHash);
    if (draft.work) await writeWork(sql, draft.work, onBusy);
    await insertMany(sql, tables.importRuns, bureauId, told.importRuns);
    const all = withSignatures(told, await signWeeks(sql, draft));
    if (draft.work) await writeRechecks(sql, draft.work);
    await insertMany(sql, tables.outboxEvents, bureauId, eventsOf(draft, all));
    await insertMany(sql, tables.auditEntries, bureauId, entriesOf(draft, all));
    return true;
  }) as Promise<boolean>;
}

async function writeAccounts(sql: TransactionSql, { bureauId, accounts }: Draft, told: Told, passwordHash: string) {
  const rows = accounts.map(({ accountId, name, displayName, memberId }) => ({
    ...{ id: accountId, name, displayName, memberId, passwordHash, mustChangePassword: false },
    createdAt: told.accountsMadeAt.get(accountId)?.toISOString(),
  }));
  await insertMany(sql, tables.accounts, bureauId, rows);
  const grants = accounts.map(({ id, accountId, role, unitId }) => ({ id, accountId, role, unitId }));
  await insertMany(sql, tables.roleGrants, bureauId, grants);
}

/** What is published takes no more days: it is a draft until it has them. */
async function writeCalendar(
  sql: TransactionSql,
  { bureauId, calendarId: id }: Draft,
  { calendarPublishedAt }: Told,
): Promise<void> {
  const publishedAt = calendarPublishedAt.toISOString();
  const drafted = { id, number: 1, announcedYears: yearsOfCalendar, createdAt: publishedAt, state: "DRAFT" };
  await insertMany(sql, tables.calendarRevisions, bureauId, [{ ...drafted, version: yearsOfCalendar.length + 1 }]);
  const hold = { revisionId: id };
  const held = (rows: readonly object[]) => rows.map((row) => Object.assign({}, hold, row));
  await insertMany(sql, tables.calendarShifts, bureauId, held(shiftsOfCalendar));
  await insertMany(sql, tables.calendarDays, bureauId, held(daysOfCalendar));
  await sql`
    update calendar_revisions set state = 'PUBLISHED', published_at = ${publishedAt}, published_by = 'admin', note = ${noteOfCalendar}, version = version + 1
    where bureau_id = ${bureauId} and id = ${id}`;
}
