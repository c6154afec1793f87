import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import type { ApplyListSchemePresetInput } from "./lists.inputs.ts";
import { presetSchemes } from "./scheme-presets.ts";
import { authorizeScheme, putSchemeInForce, schemePlace } from "./scheme.store.ts";

export function applyListSchemePreset(ctx: Context, input: ApplyListSchemePresetInput) {
  return inTransaction(ctx, "applyListSchemePreset", input, async (tx) => {
    const stationId = await schemePlace(tx, input.stationId);
    authorizeScheme(tx, stationId);
    const { id, deeds } = await putSchemeInForce(tx, stationId, presetSchemes[input.preset]);
    await record(tx, ...deeds);
    return { id };
  });
}
