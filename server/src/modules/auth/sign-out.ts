import { inTransaction } from "#kernel/command";
import type { CommandInput } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { authorizeInPerson } from "./authorize-account.ts";
import { endSessionRow } from "./session.store.ts";

/** Ends the session one asks with. */
export async function signOut(ctx: Context, input: CommandInput) {
  await inTransaction(
    ctx,
    "signOut",
    input,
    async (tx) => {
      authorizeInPerson(tx.actor);
      const { id } = tx.actor.via;
      await endSessionRow(tx, id);
      await record(tx, { action: "session.signOut", entity: { type: "Session", id } });
      return { id };
    },
    { beforePasswordChange: true },
  );
  ctx.http.setSession(null);
}
