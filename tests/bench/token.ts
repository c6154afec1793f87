import type { Sql } from "postgres";
import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret, tokenText } from "@maple-bridge/server/kernel/secrets";

/** Tokens of an account of each bureau: free queries, with every limit on. */
export async function tokensOf(
  sql: Sql,
  accounts: readonly { bureauId: string; accountId: string }[],
  each: number,
): Promise<string[][]> {
  const made = accounts.map(({ bureauId, accountId }) =>
    Array.from({ length: each }, () => ({ bureauId, accountId, secret: newSecret() })),
  );
  const rows = made.flat().map(({ bureauId, accountId, secret }) => ({
    bureauId,
    accountId,
    id: newId(),
    hash: hashOfSecret(secret).toString("hex"),
  }));
  await sql`
    insert into api_tokens (bureau_id, id, account_id, name, scope, prefix, secret_hash, expires_at)
    select "bureauId", id, "accountId", 'bench', 'WRITE', 'mb_', decode(hash, 'hex'), now() + interval '1 day'
    from jsonb_to_recordset(${sql.json(rows)}) as r ("bureauId" uuid, id uuid, "accountId" uuid, hash text)`;
  return made.map((tokens) => tokens.map(({ bureauId, secret }) => tokenText(bureauId, secret)));
}
