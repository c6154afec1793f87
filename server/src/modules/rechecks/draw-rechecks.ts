import { authorize, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { draw } from "./draw.ts";
import { holdMonth } from "./draw.store.ts";
import { monthOf } from "./month.rules.ts";
import type { DrawRechecksInput } from "./recheck.inputs.ts";
import { mayDrawRechecks } from "./recheck.policy.ts";
import { stationOf } from "./quota.store.ts";

/** By hand: of a month that the night's job has not come to, or once more, with a reason. */
export function drawRechecks(ctx: Context, input: DrawRechecksInput) {
  return inTransaction(ctx, "drawRechecks", input, async (tx) => {
    const stationId = await stationOf(tx, input.stationId);
    authorize(tx.actor, mayDrawRechecks, stationId);
    const { month } = input;
    const path = ["input", "month"];
    const faults: FieldFault[] = [];
    if (monthOf(month) !== month) faults.push({ path, code: "RECHECK_MONTH_FIRST", params: { month: monthOf(month) } });
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    if (month >= monthOf(dayOf(tx.now))) throw new Conflict([{ path, code: "RECHECK_MONTH_NOT_OVER" }]);
    const { perMonth, draws } = await holdMonth(tx, stationId, month);
    if (draws > 0 && reason === null) throw new Conflict([{ path: ["input", "reason"], code: "RECHECK_DRAWN_BEFORE" }]);
    const deed = await draw(tx, { stationId, month, number: draws + 1, asked: perMonth, reason });
    if (deed === null)
      throw new Conflict([{ path, code: perMonth === 0 ? "RECHECK_NONE_ASKED" : "RECHECK_NOTHING_TO_DRAW" }]);
    await record(tx, deed);
    return { id: deed.entity.id };
  });
}
