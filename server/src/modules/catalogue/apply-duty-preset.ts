import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import type { ApplyDutyPresetInput } from "./catalogue.inputs.ts";
import { linesOf } from "./duty-presets.ts";
import { lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines, placeOf } from "./station.store.ts";

export function applyDutyPreset(ctx: Context, input: ApplyDutyPresetInput) {
  return inTransaction(ctx, "applyDutyPreset", input, async (tx) => {
    const stationId = await placeOf(tx, input.stationId);
    authorizeLines(tx, stationId);
    const lines = await lockCatalogue(tx, stationId === null ? [] : [stationId]);
    const drafts = linesOf(input.preset).map((line) => Object.assign(line, { stationId, isSetAside: false }));
    const { ids, deeds } = await putInForce(tx, lines, drafts);
    await record(tx, ...deeds);
    return { ids };
  });
}
