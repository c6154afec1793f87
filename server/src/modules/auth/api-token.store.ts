import { apiTokens } from "@maple-bridge/drizzle/tables";
import { bytesText, insert, type Transaction, update } from "#kernel/command";
import { lockSeen } from "#kernel/read";
import { ApiToken, type ApiTokenScope } from "./api-token.types.ts";

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

export const insertApiToken = (tx: Transaction, { secretHash, expiresAt, ...token }: NewApiToken) =>
  insert(tx, apiTokens, [
    {
      ...token,
      secretHash: bytesText(secretHash),
      expiresAt: expiresAt.toISOString(),
      createdAt: tx.now.toISOString(),
    },
  ]);

export const lockApiToken = (tx: Transaction, id: string) =>
  lockSeen<ApiTokenRow>(tx, ApiToken, id, ["id", "accountId", "name", "revokedAt"]);

export const writeRevoked = (tx: Transaction, id: string) => update(tx, apiTokens, id, { revokedAt: tx.now });
