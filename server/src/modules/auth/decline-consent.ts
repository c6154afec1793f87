import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { authorizeInPerson } from "./authorize-account.ts";
import { heldConsent } from "./confirm-consent.ts";
import { personOf, writeDecision } from "./consent.store.ts";
import type { ConsentCommandInput } from "./consent.types.ts";

/** Nothing comes of it; who asked for it withdraws it so. */
export const declineConsent = (ctx: Context, input: ConsentCommandInput) =>
  inTransaction(ctx, "declineConsent", input, async (tx) => {
    authorizeInPerson(tx.actor);
    const { accountId } = tx.actor;
    const consent = await heldConsent(tx, input.id);
    const isOwn = (await personOf(tx, accountId)) === consent.requestedPerson;
    await writeDecision(tx, consent.id, { state: isOwn ? "WITHDRAWN" : "DECLINED", decidedBy: accountId });
    const action = isOwn ? "consent.withdraw" : "consent.decline";
    await record(tx, { action, entity: { type: "Consent", id: consent.id } });
    return { id: consent.id };
  });
