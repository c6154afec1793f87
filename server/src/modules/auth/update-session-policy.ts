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
    const policy = await lockSessionPolicy(tx);
    authorizeBureau(tx.actor, mayUpdateSessionPolicy);
    assertVersion(policy, input);
    const next = { idleMinutes: input.idleMinutes, hours: input.hours };
    assertValid(sessionPolicyFaults(next));
    const change = await writeSessionPolicy(tx, next);
    if (change)
      await record(tx, {
        action: "bureau.updateSessionPolicy",
        entity: { type: "Bureau", id: tx.bureauId },
        ...change,
      });
    return { id: tx.bureauId };
  });
