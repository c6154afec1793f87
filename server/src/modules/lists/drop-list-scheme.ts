import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import type { DropListSchemeInput } from "./lists.inputs.ts";
import { authorizeScheme, endScheme, schemePlace } from "./scheme.store.ts";

export function dropListScheme(ctx: Context, input: DropListSchemeInput) {
  return inTransaction(ctx, "dropListScheme", input, async (tx) => {
    const stationId = (await schemePlace(tx, input.stationId))!;
    authorizeScheme(tx, stationId);
    const ended = await endScheme(tx, stationId);
    if (!ended) throw new Conflict([{ path: ["input", "stationId"], code: "LIST_SCHEME_NOT_OWN" }]);
    await record(tx, ended.deed);
    return { id: ended.id };
  });
}
