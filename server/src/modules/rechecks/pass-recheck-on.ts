import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { checkersOf as checkersNow } from "./draw.store.ts";
import { checkersOf, poolIn } from "./drawing.ts";
import type { PassRecheckOnInput } from "./recheck.inputs.ts";
import { mayDrawRechecks } from "./recheck.policy.ts";
import { drawOf, lastResultOf, lockRecheck, saveChecker } from "./recheck.store.ts";

/** To the next in the order drawn who is still there: who is away or gone checks nothing, and nobody chooses who does. */
export function passRecheckOn(ctx: Context, input: PassRecheckOnInput) {
  return inTransaction(ctx, "passRecheckOn", input, async (tx) => {
    const { id, drawId, stationId, itemId, checkerId, turn } = await lockRecheck(tx, input.id);
    authorize(tx.actor, mayDrawRechecks, stationId);
    const path = ["input", "id"];
    if (await lastResultOf(tx, id)) throw new Conflict([{ path, code: "RECHECK_DONE" }]);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 500 });
    assertValid(faults);
    const { seed, pool } = await drawOf(tx, drawId);
    const { items, checkers } = poolIn(pool);
    const order = checkersOf(
      seed,
      items.find((item) => item.id === itemId)!,
      checkers,
    );
    const there = new Set(await checkersNow(tx, stationId));
    const next = order.findIndex((member, index) => index >= turn && there.has(member));
    if (next < 0) throw new Conflict([{ path, code: "RECHECK_NOBODY_ELSE" }]);
    const [before, after] = [
      { checkerId, turn },
      { checkerId: order[next]!, turn: next + 1 },
    ];
    await saveChecker(tx, id, after);
    await record(tx, { action: "recheck.passOn", entity: { type: "Recheck", id }, before, after, reason });
    return { id };
  });
}
