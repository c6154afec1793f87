import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Forbidden } from "#kernel/errors";
import { assertNoConflict } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import { type ApiTokenRow, lockApiToken, writeRevoked } from "./api-token.store.ts";
import type { RevokeApiTokenInput } from "./auth.inputs.ts";
import { authorizeOwnOr } from "./authorize-account.ts";

/** The token's very next request is refused. A token may revoke itself, one that only reads too. */
export const revokeApiToken = (ctx: Context, input: RevokeApiTokenInput) =>
  inTransaction(
    ctx,
    "revokeApiToken",
    input,
    async (tx) => {
      const token = await lockApiToken(tx, input.id);
      authorizeRevoking(tx, token);
      assertNoConflict(token.revokedAt ? [{ path: ["input", "id"], code: "TOKEN_REVOKED_ALREADY" }] : []);
      await writeRevoked(tx, token.id);
      const { id, accountId, name } = token;
      await record(tx, { action: "apiToken.revoke", entity: { type: "ApiToken", id }, before: { accountId, name } });
      return { id };
    },
    { readOnly: true },
  );

function authorizeRevoking({ actor }: Transaction, token: ApiTokenRow) {
  authorizeOwnOr(actor, mayManageAccounts, token.accountId);
  if (!actor.mayWrite && actor.via.id !== token.id) throw new Forbidden([], "READ_ONLY_TOKEN");
}
