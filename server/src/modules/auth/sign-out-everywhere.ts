import { inTransaction } from "#kernel/command";
import type { CommandInput } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { authorizeInPerson } from "./authorize-account.ts";
import { endSessions } from "./session.store.ts";

/** Ends every session of one's account, the one that asks too. */
export async function signOutEverywhere(ctx: Context, input: CommandInput) {
  await inTransaction(
    ctx,
    "signOutEverywhere",
    input,
    async (tx) => {
      authorizeInPerson(tx.actor);
      const id = tx.actor.accountId;
      const ended = await endSessions(tx, id);
      await record(tx, {
        action: "session.signOutEverywhere",
        entity: { type: "Account", id },
        after: { sessionsEnded: ended },
      });
      return { id };
    },
    { beforePasswordChange: true },
  );
  ctx.http.setSession(null);
}
