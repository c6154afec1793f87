import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayManageAccounts } from "./account.policy.ts";
import type { EndSessionInput } from "./auth.inputs.ts";
import { authorizeOwnOr } from "./authorize-account.ts";
import { endSessionRow, lockSession } from "./session.store.ts";

export const endSession = (ctx: Context, input: EndSessionInput) =>
  inTransaction(ctx, "endSession", input, async (tx) => {
    const session = await lockSession(tx, input.id);
    authorizeOwnOr(tx.actor, mayManageAccounts, session.accountId);
    if (session.endedAt) throw new Conflict([{ path: ["input", "id"], code: "SESSION_OVER" }]);
    await endSessionRow(tx, session.id);
    await record(tx, {
      action: "session.end",
      entity: { type: "Session", id: session.id },
      before: { accountId: session.accountId },
    });
    return { id: session.id };
  });
