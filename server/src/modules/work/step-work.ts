import { inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { checkText } from "#kernel/text";
import { assertMayNow, type Effect, step, type Stepped } from "./step.ts";
import { mutationOf, ruleOf, type WorkAction } from "./work-actions.rules.ts";
import { lockWork } from "./hold-work.store.ts";
import { type HeldItem } from "./work.store.ts";

/** What every step is asked with. */
export interface Asked {
  id: string;
  idempotencyKey: string;
  reason?: string | null;
  expectedVersion?: number;
}

export interface Stepping<I extends Asked> {
  tx: Transaction;
  held: HeldItem;
  input: I;
  reason: string | null;
  path: FieldFault["path"];
}

export type EffectOf<I extends Asked> = (stepping: Stepping<I>) => Effect | Promise<Effect>;

/** One step of one item that the transaction holds: by itself, or as one of many. */
export async function stepOne<I extends Asked>(
  tx: Transaction,
  held: HeldItem,
  action: WorkAction,
  input: I,
  effectOf: EffectOf<I>,
  path: FieldFault["path"] = ["input"],
): Promise<Stepped> {
  await assertMayNow(tx, held, action, [...path, "id"]);
  if (input.expectedVersion !== undefined) assertVersion(held.item, { expectedVersion: input.expectedVersion });
  const faults: FieldFault[] = [];
  const reason = checkText(faults, [...path, "reason"], input.reason, {
    required: ruleOf(action).reason === "REQUIRED",
    most: 500,
  });
  assertValid(faults);
  const effect = await effectOf({ tx, held, input, reason, path });
  return step(tx, held, action, { reason, ...effect });
}

/** The command of an action: the same for all of them. */
export const stepBy =
  <I extends Asked>(action: WorkAction, effectOf: EffectOf<I> = () => ({})) =>
  (ctx: Context, input: I): Promise<{ id: string }> =>
    inTransaction(ctx, mutationOf[action], input, {
      load: (tx) => lockWork(tx, input.id, ["input", "id"], [action]),
      async act(tx, held) {
        const { after } = await stepOne(tx, held, action, input, effectOf);
        return { id: after.id };
      },
    });
