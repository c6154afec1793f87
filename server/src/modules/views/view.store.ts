import { listPreferences, listViews } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { newId } from "#kernel/ids";
import { findSeen, lockSeen } from "#kernel/read";
import { ListView } from "./view.types.ts";

export interface ViewRow {
  id: string;
  accountId: string;
  page: string;
  name: string;
  query: string;
  columns: string[] | null;
  isDense: boolean;
  unitId: string | null;
  version: number;
}

const columns = ["id", "accountId", "page", "name", "query", "columns", "isDense", "unitId", "version"] as const;

export const lockView = (tx: Transaction, id: string) => lockSeen<ViewRow>(tx, ListView, id, columns);

export const findView = (tx: Transaction, id: string, path: FieldFault["path"]) =>
  findSeen<Pick<ViewRow, "id" | "page">>(tx, ListView, id, ["id", "page"], path);

/** How many views of a page the account has; whoever adds one waits for the one before. */
export async function countViews({ sql, bureauId }: Transaction, accountId: string, page: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list views of ${accountId} ${page}`}, 0))`;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from list_views
    where bureau_id = ${bureauId} and account_id = ${accountId} and page = ${page} and deleted_at is null`;
  return row!.count;
}

export async function insertView(tx: Transaction, row: Omit<ViewRow, "id" | "version">): Promise<string> {
  const id = newId(tx.now.getTime());
  await insertNow(tx, listViews, [{ id, ...row, createdAt: tx.now.toISOString() }]);
  return id;
}

type ViewChange = Partial<Pick<ViewRow, "name" | "query" | "columns" | "isDense" | "unitId">>;

export const saveView = (tx: Transaction, id: string, change: ViewChange & { deletedAt?: string }) =>
  update(tx, listViews, id, change);

export interface PreferenceRow {
  id: string;
  columns: string[] | null;
  isDense: boolean;
  defaultViewId: string | null;
}

/** The account's preference of a page; whoever sets it waits for the one before. */
export async function holdPreference(
  { sql, bureauId, actor }: Transaction,
  page: string,
): Promise<PreferenceRow | undefined> {
  const { accountId } = actor;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`list preference of ${accountId} ${page}`}, 0))`;
  const [row] = await sql<PreferenceRow[]>`
    select id, columns, is_dense, default_view_id from list_preferences
    where bureau_id = ${bureauId} and account_id = ${accountId} and page = ${page}`;
  return row;
}

export async function insertPreference(tx: Transaction, page: string, row: Omit<PreferenceRow, "id">): Promise<string> {
  const id = newId(tx.now.getTime());
  const { accountId } = tx.actor;
  await insertNow(tx, listPreferences, [{ id, accountId, page, ...row, createdAt: tx.now.toISOString() }]);
  return id;
}

export const savePreference = (tx: Transaction, id: string, next: Omit<PreferenceRow, "id">) =>
  update(tx, listPreferences, id, next);
