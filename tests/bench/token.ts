import type { Sql } from "postgres";
import { newId } from "@maple-bridge/server/kernel/ids";
import { hashOfSecret, newSecret, tokenText } from "@maple-bridge/server/kernel/secrets";

/** A token of the bureau's administrator: free queries, with every limit on. */
export async function administratorToken(sql: Sql, bureauId: string): Promise<string> {
  const secret = newSecret();
  await sql`insert into api_tokens (bureau_id, id, account_id, name, scope, prefix, secret_hash, expires_at)
    select bureau_id, ${newId()}, id, 'bench', 'WRITE', 'mb_', ${hashOfSecret(secret)}, now() + interval '1 day'
    from accounts where bureau_id = ${bureauId} and name = 'admin'`;
  return tokenText(bureauId, secret);
}
