import type { Sql } from "../database/in-bureau.ts";
import type { Job } from "./job.ts";

/** A repetition under its key is known for so long. */
export const keyDays = 30;
const portion = 1_000;

/** Goes through the bureau's keys once, a portion in each transaction: what somebody holds is left for the next day. */
export const clearKeys: Job = {
  name: "kernel.clearKeys",
  daily: "3:10",
  async run({ inBureau, bureauId, now, signal }) {
    const before = new Date(now().getTime() - keyDays * 86_400_000);
    let last: Key | undefined = { accountId: "00000000-0000-0000-0000-000000000000", key: "" };
    while (last) {
      signal.throwIfAborted();
      const from: Key = last;
      last = await inBureau((sql) => clearPortion(sql, bureauId, before, from));
    }
  },
};

interface Key {
  accountId: string;
  key: string;
}

/** The last key of the portion, or nothing where it was the last one. */
async function clearPortion(sql: Sql, bureauId: string, before: Date, from: Key): Promise<Key | undefined> {
  const [told] = await sql<{ last: Key | null; count: number }[]>`
    with portion as materialized (
      select account_id, key, created_at from idempotency_keys
      where bureau_id = ${bureauId} and (account_id, key) > (${from.accountId}::uuid, ${from.key})
      order by account_id, key limit ${portion}
    ), old as materialized (
      select k.account_id, k.key from idempotency_keys k join portion p on p.account_id = k.account_id and p.key = k.key
      where k.bureau_id = ${bureauId} and p.created_at < ${before} for update of k skip locked
    ), cleared as (
      delete from idempotency_keys k using old where k.bureau_id = ${bureauId} and k.account_id = old.account_id and k.key = old.key
    )
    select (array_agg(jsonb_build_object('accountId', account_id, 'key', key) order by account_id desc, key desc))[1] as last,
      count(*)::int as count from portion`;
  return told!.count < portion ? undefined : (told!.last ?? undefined);
}
