import { accounts } from "@maple-bridge/drizzle/tables";
import { type Transaction, update } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";

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

const columns = ({ sql }: Tx) =>
  sql`id, name, display_name, member_id, password_hash, must_change_password, disabled_at, version`;

export async function lockAccount(tx: Tx, id: string, path = "id"): Promise<AccountRow> {
  const [account] = isId(id)
    ? await tx.sql<
        AccountRow[]
      >`select ${columns(tx)} from accounts where bureau_id = ${tx.bureauId} and id = ${id} for no key update`
    : [];
  if (!account) throw new NotFound([{ path: ["input", path], code: "NOT_FOUND" }]);
  return account;
}

/** As it is, holding nothing; the account is one that was there. */
export async function readAccount(tx: Tx, id: string): Promise<AccountRow> {
  const [account] = await tx.sql<
    AccountRow[]
  >`select ${columns(tx)} from accounts where bureau_id = ${tx.bureauId} and id = ${id}`;
  return account!;
}

export async function findAccount(tx: Tx, name: string): Promise<AccountRow | undefined> {
  const [account] = await tx.sql<
    AccountRow[]
  >`select ${columns(tx)} from accounts where bureau_id = ${tx.bureauId} and name = ${name}`;
  return account;
}

export async function insertAccount(
  tx: Tx,
  account: Pick<AccountRow, "id" | "name" | "displayName" | "memberId" | "passwordHash">,
) {
  await tx.sql`insert into accounts ${tx.sql({ bureauId: tx.bureauId, ...account })}`;
}

/** A change that others may have to know of before they make theirs. */
export const writeAccount = (tx: Tx, id: string, change: Change) => update(tx, accounts, id, change);

export async function writePassword(
  { sql, bureauId }: Tx,
  id: string,
  passwordHash: string,
  mustChangePassword: boolean,
) {
  await sql`update accounts set ${sql({ passwordHash, mustChangePassword })} where bureau_id = ${bureauId} and id = ${id}`;
}

export async function memberExists({ sql, bureauId }: Tx, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const found = await sql`select from members where bureau_id = ${bureauId} and id = ${id}`;
  return found.length > 0;
}
