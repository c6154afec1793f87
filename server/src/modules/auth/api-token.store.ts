import type { Transaction } from "#kernel/command";
import { NotFound } from "#kernel/errors";
import { isId } from "#kernel/ids";
import type { ApiTokenScope } from "./api-token.types.ts";

type Tx = Pick<Transaction, "sql" | "bureauId" | "now">;

export interface ApiTokenRow {
  id: string;
  accountId: string;
  name: string;
  revokedAt: Date | null;
}

interface NewApiToken {
  id: string;
  accountId: string;
  name: string;
  scope: ApiTokenScope;
  prefix: string;
  secretHash: Buffer;
  expiresAt: Date;
}

export async function insertApiToken({ sql, bureauId, now }: Tx, token: NewApiToken) {
  await sql`insert into api_tokens ${sql({ bureauId, ...token, createdAt: now })}`;
}

export async function lockApiToken({ sql, bureauId }: Tx, id: string): Promise<ApiTokenRow> {
  const [token] = isId(id)
    ? await sql<ApiTokenRow[]>`
        select id, account_id, name, revoked_at from api_tokens where bureau_id = ${bureauId} and id = ${id} for no key update`
    : [];
  if (!token) throw new NotFound([{ path: ["input", "id"], code: "NOT_FOUND" }]);
  return token;
}

export async function writeRevoked({ sql, bureauId, now }: Tx, id: string) {
  await sql`update api_tokens set revoked_at = ${now} where bureau_id = ${bureauId} and id = ${id}`;
}
