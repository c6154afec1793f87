import { changesOf, isNothing } from "#kernel/changes";
import { authorizeBureau, inTransaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayUpdateSessionPolicy } from "./account.policy.ts";
import { lockSessionPolicy, writeSessionPolicy } from "./session-policy.store.ts";
import { sessionPolicyFaults } from "./session-policy.rules.ts";
import type { UpdateSessionPolicyInput } from "./session-policy.types.ts";

export const updateSessionPolicy = (ctx: Context, input: UpdateSessionPolicyInput) =>
  inTransaction(ctx, "updateSessionPolicy", input, async (tx) => {
    const { version, ...before } = await lockSessionPolicy(tx);
    authorizeBureau(tx.actor, mayUpdateSessionPolicy);
    assertVersion({ version }, input);
    const next = { idleMinutes: input.idleMinutes, hours: input.hours };
    assertValid(sessionPolicyFaults(next));
    const change = changesOf(before, next);
    if (isNothing(change)) return { id: tx.bureauId };
    await writeSessionPolicy(tx, next);
    await record(tx, {
      action: "bureau.updateSessionPolicy",
      entity: { type: "Bureau", id: tx.bureauId },
      ...change,
    });
    return { id: tx.bureauId };
  });
