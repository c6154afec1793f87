import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { hashOfSecret } from "#kernel/secrets";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

const mostOfAccount = 10;

/** The device whose secret this is, where it has signed in to the account before. */
export async function findDevice({ sql, bureauId }: Tx, accountId: string, secret: string | null) {
  const hash = secret === null ? Buffer.alloc(0) : hashOfSecret(secret);
  const [device] = await sql<{ id: string }[]>`
    select id from known_devices where bureau_id = ${bureauId} and account_id = ${accountId} and secret_hash = ${hash}`;
  return device?.id;
}

/** Whether some account of the bureau has signed in with it: only a secret of our own making is taken on. */
export async function isDevice({ sql, bureauId }: Tx, secret: string): Promise<boolean> {
  const found = await sql`
    select from known_devices where bureau_id = ${bureauId} and secret_hash = ${hashOfSecret(secret)} limit 1`;
  return found.length > 0;
}

/** The account's device from now on; of too many, those are forgotten that were used longest ago. */
export async function keepDevice({ sql, bureauId, now }: Tx, accountId: string, secret: string) {
  const row = { bureauId, id: newId(), accountId, secretHash: hashOfSecret(secret), lastUsedAt: now };
  await sql`insert into known_devices ${sql(row)}
    on conflict on constraint known_devices_secret_unique do update set last_used_at = excluded.last_used_at`;
  await sql`delete from known_devices where bureau_id = ${bureauId} and account_id = ${accountId} and id not in (
    select id from known_devices where bureau_id = ${bureauId} and account_id = ${accountId} order by last_used_at desc, id desc limit ${mostOfAccount})`;
}

/** With its password somebody else may have had a device of theirs known. */
export async function forgetDevices({ sql, bureauId }: Tx, accountId: string) {
  await sql`delete from known_devices where bureau_id = ${bureauId} and account_id = ${accountId}`;
}
