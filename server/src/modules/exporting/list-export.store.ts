import { listExports } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { isId, newId } from "#kernel/ids";
import type { Locale } from "#kernel/messages";
import { lockSeen } from "#kernel/read";
import { ListExport, type ListExportState } from "./list-export.types.ts";
import type { Shown } from "./read-shown.ts";

/** What an export was asked with, as it is kept until it is written. */
export interface AskedExport extends Omit<Shown, "caption"> {
  list: string | null;
}

export interface ExportRow {
  id: string;
  accountId: string;
  state: ListExportState;
  caption: string;
  format: "xlsx" | "csv";
  locale: Locale;
  document: string;
  asked: AskedExport;
  totalRows: number;
  digest: string | null;
  fileName: string | null;
  expiresAt: Date | null;
}

const columns = [
  "id",
  "accountId",
  "state",
  "caption",
  "format",
  "locale",
  "document",
  "asked",
  "totalRows",
  "digest",
  "fileName",
  "expiresAt",
] as const satisfies (keyof ExportRow)[];

export const lockExport = (tx: Transaction, id: string) => lockSeen<ExportRow>(tx, ListExport, id, columns);

type Place = Pick<Transaction, "sql" | "bureauId">;

/** What the bureau has under way and keeps; whoever asks for another one waits for the one before. */
export async function keptNow({ sql, bureauId }: Place): Promise<{ underWay: number; kept: number; bytes: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list exports of ${bureauId}`}, 0))`;
  const [row] = await sql<{ underWay: number; kept: number; bytes: number }[]>`
    select count(*) filter (where state in ('WAITING', 'RUNNING'))::int as under_way, count(*) filter (where state = 'READY')::int as kept,
      coalesce(sum(bytes) filter (where state = 'READY'), 0)::float8 as bytes
    from list_exports where bureau_id = ${bureauId} and state in ('WAITING', 'RUNNING', 'READY')`;
  return row!;
}

type NewExport = Pick<ExportRow, "caption" | "format" | "locale" | "document" | "asked" | "totalRows">;

export async function insertExport(tx: Transaction, row: NewExport): Promise<string> {
  const id = newId(tx.now.getTime());
  const { accountId } = tx.actor;
  await insertNow(tx, listExports, [{ id, accountId, state: "WAITING", ...row, createdAt: tx.now.toISOString() }]);
  return id;
}

export async function exportUnderWay({ sql, bureauId }: Place, id: string): Promise<ExportRow | undefined> {
  const [row] = isId(id)
    ? await sql<ExportRow[]>`
        select ${sql(columns)} from list_exports
        where bureau_id = ${bureauId} and id = ${id} and state in ('WAITING', 'RUNNING')`
    : [];
  return row;
}

/** The export where its file is kept, of that account. */
export async function keptExport(
  { sql, bureauId }: Place,
  id: string,
  accountId: string,
): Promise<ExportRow | undefined> {
  const [row] = isId(id)
    ? await sql<ExportRow[]>`
        select ${sql(columns)} from list_exports
        where bureau_id = ${bureauId} and id = ${id} and account_id = ${accountId} and state = 'READY'`
    : [];
  return row;
}

/** Says how far it is; false where it is no longer under way. */
export async function reportRead({ sql, bureauId }: Place, id: string, doneRows: number): Promise<boolean> {
  const { count } = await sql`
    update list_exports set state = 'RUNNING', done_rows = least(${doneRows}, total_rows)
    where bureau_id = ${bureauId} and id = ${id} and state in ('WAITING', 'RUNNING')`;
  return count > 0;
}

export interface ExportChange {
  state?: ListExportState;
  totalRows?: number;
  doneRows?: number;
  bytes?: number | null;
  digest?: string | null;
  fileName?: string;
  fault?: string;
  finishedAt?: string;
  expiresAt?: string;
}

/** Brings an export that is still under way to these values; false where it is not. */
export async function saveUnderWay(place: Place, id: string, change: ExportChange): Promise<boolean> {
  const { sql, bureauId } = place;
  const [found] = await sql`
    select from list_exports where bureau_id = ${bureauId} and id = ${id} and state in ('WAITING', 'RUNNING') for no key update`;
  if (found) await update(place, listExports, id, change);
  return found !== undefined;
}

export const saveExport = (place: Place, id: string, change: ExportChange) => update(place, listExports, id, change);

export interface ToClear {
  id: string;
  state: ListExportState;
  digest: string;
  /** Another export has the very same file. */
  isShared: boolean;
}

/** One whose file is to go, because its time is over or because nothing has come of it; held. */
export async function nextToClear({ sql, bureauId }: Place, now: Date): Promise<ToClear | undefined> {
  const [row] = await sql<ToClear[]>`
    select e.id, e.state, e.digest, exists (select from list_exports o where o.bureau_id = e.bureau_id and o.digest = e.digest and o.id <> e.id) as is_shared
    from list_exports e where e.bureau_id = ${bureauId} and e.digest is not null
      and (e.state in ('FAILED', 'CANCELLED') or (e.state = 'READY' and e.expires_at < ${now}))
    order by e.created_at limit 1 for no key update of e skip locked`;
  return row;
}

/** One that no job is for any more. */
export async function nextStale({ sql, bureauId }: Place, before: Date): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select id from list_exports where bureau_id = ${bureauId} and state in ('WAITING', 'RUNNING') and created_at < ${before} limit 1`;
  return row?.id;
}
