import { authorizeBureau } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { record } from "#kernel/record";
import { hashOfSecret, newSecret, tokenText } from "#kernel/secrets";
import { checkText } from "#kernel/text";
import { mayCreateApiToken } from "./account.policy.ts";
import { checkExpiry } from "./api-token.rules.ts";
import { insertApiToken } from "./api-token.store.ts";
import type { CreateApiTokenInput } from "./auth.inputs.ts";
import { authorizeInPerson } from "./authorize-account.ts";
import { handOver } from "#kernel/handed";

const prefixLength = 6;

/** A token of one's own account; its text is given this once. */
export const createApiToken = (ctx: Context, input: CreateApiTokenInput) =>
  handOver(ctx, "createApiToken", input, async (tx) => {
    authorizeInPerson(tx.actor);
    authorizeBureau(tx.actor, mayCreateApiToken);
    const faults: FieldFault[] = [];
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 60 })!;
    const { scope, expiresAt } = input;
    checkExpiry(faults, expiresAt, tx.now);
    assertValid(faults);
    const [id, secret] = [newId(), newSecret()];
    const { accountId } = tx.actor;
    await insertApiToken(tx, {
      id,
      accountId,
      name,
      scope,
      prefix: secret.slice(0, prefixLength),
      secretHash: hashOfSecret(secret),
      expiresAt,
    });
    await record(tx, {
      action: "apiToken.create",
      entity: { type: "ApiToken", id },
      after: { accountId, name, scope, expiresAt },
    });
    return { id, secret: tokenText(tx.bureauId, secret) };
  });
