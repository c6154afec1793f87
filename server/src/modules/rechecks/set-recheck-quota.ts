import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { holdQuota, insertQuota, saveQuota, stationOf } from "./quota.store.ts";
import type { SetRecheckQuotaInput } from "./recheck.inputs.ts";
import { maySetRecheckQuotas } from "./recheck.policy.ts";

const most = 50;

export function setRecheckQuota(ctx: Context, input: SetRecheckQuotaInput) {
  return inTransaction(ctx, "setRecheckQuota", input, async (tx) => {
    const stationId = input.stationId ? await stationOf(tx, input.stationId) : null;
    authorizeBureau(tx.actor, maySetRecheckQuotas);
    const perMonth = input.perMonth ?? null;
    const path = ["input", "perMonth"];
    if (perMonth === null && stationId === null) assertValid([{ path, code: "REQUIRED" }]);
    if (perMonth !== null && (perMonth < 0 || perMonth > most))
      assertValid([{ path, code: "OUT_OF_RANGE", params: { least: 0, most } }]);
    const current = await holdQuota(tx, stationId);
    const deed = { action: "recheckQuota.set", before: current ? { perMonth: current.perMonth } : null };
    if (!current) {
      const id = await insertQuota(tx, stationId, perMonth);
      await record(tx, { ...deed, entity: { type: "RecheckQuota", id }, after: { stationId, perMonth } });
      return { id };
    }
    const { id } = current;
    const [change] = await saveQuota(tx, id, perMonth);
    if (change) await record(tx, { ...deed, entity: { type: "RecheckQuota", id }, after: { stationId, perMonth } });
    return { id };
  });
}
