import { accounts } from "@maple-bridge/drizzle/tables";
import { accountOf } from "#kernel/actor";
import { insertNow, type Transaction, update } from "#kernel/command";
import { isId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import { Account } from "./account.types.ts";

export interface AccountRow {
  id: string;
  name: string;
  displayName: string;
  memberId: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
  disabledAt: Date | null;
  version: number;
}

type Change = Partial<Omit<AccountRow, "id" | "name" | "version">>;
type Tx = Pick<Transaction, "sql" | "bureauId">;

const columns = [
  "id",
  "name",
  "displayName",
  "memberId",
  "passwordHash",
  "mustChangePassword",
  "disabledAt",
  "version",
] as const;

/** By which readers know who acts, on screens and on paper: the person's name, and not the one that the account signs in by. */
export async function nameOfActor({ sql, bureauId, actor }: Pick<Transaction, "sql" | "bureauId" | "actor">) {
  const accountId = accountOf(actor);
  if (accountId === null) return actor.name;
  const [account] = await sql<{ displayName: string }[]>`
    select display_name from accounts where bureau_id = ${bureauId} and id = ${accountId}`;
  return account!.displayName;
}

export const lockAccount = (tx: Transaction, id: string, field = "id") =>
  lockSeen<AccountRow>(tx, Account, id, columns, ["input", field]);

/** Of who is about to sign in: there is nobody yet who would see it. */
export async function lockToSignIn({ sql, bureauId }: Tx, id: string): Promise<AccountRow> {
  const [account] = await sql<AccountRow[]>`
    select ${sql(columns)} from accounts where bureau_id = ${bureauId} and id = ${id} for no key update`;
  return account!;
}

/** As it is, holding nothing; the account is one that was there. */
export async function readAccount(tx: Tx, id: string): Promise<AccountRow> {
  const [account] = await tx.sql<
    AccountRow[]
  >`select ${tx.sql(columns)} from accounts where bureau_id = ${tx.bureauId} and id = ${id}`;
  return account!;
}

export async function findAccount(tx: Tx, name: string): Promise<AccountRow | undefined> {
  const [account] = await tx.sql<
    AccountRow[]
  >`select ${tx.sql(columns)} from accounts where bureau_id = ${tx.bureauId} and name = ${name}`;
  return account;
}

export async function insertAccount(
  tx: Transaction,
  account: Pick<AccountRow, "id" | "name" | "displayName" | "memberId" | "passwordHash">,
) {
  await insertNow(tx, accounts, [account]);
}

/** A change that others may have to know of before they make theirs. */
export const writeAccount = (tx: Tx, id: string, change: Change) => update(tx, accounts, id, change);

export async function memberExists({ sql, bureauId }: Tx, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const found = await sql`select from members where bureau_id = ${bureauId} and id = ${id}`;
  return found.length > 0;
}
