import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Invalid } from "#kernel/errors";
import { record } from "#kernel/record";
import { memberOf } from "#modules/work";
import { mayImport } from "./import.policy.ts";
import { carryOut } from "./carry-out-import.ts";
import { mostCreations } from "./creations.ts";
import { isOpenStation } from "./ground.store.ts";
import type { CheckImportInput } from "./import.inputs.ts";
import type { ImportOptions } from "./import-options.ts";
import { isFileKept } from "./import-file.store.ts";
import { assertRoom, beginRun, lockImport } from "./import.store.ts";
import { assertStands } from "./standing.rules.ts";

/** Starts a dry run, which goes on after the answer: it tells all that is wrong, and what writing would do. */
export function checkImport(ctx: Context, input: CheckImportInput) {
  return inTransaction(ctx, "checkImport", input, async (tx) => {
    const run = await lockImport(tx, input.id);
    authorizeBureau(tx.actor, mayImport);
    assertStands(run, "CHECK_IMPORT", await isFileKept(tx, run.id));
    await assertRoom(tx);
    const options = await optionsOf(tx, input);
    await carryOut(tx, await beginRun(tx, { ...run, options }, "CHECKING"));
    await record(tx, { action: "import.check", entity: { type: "ImportRun", id: run.id }, after: options });
    return { id: run.id };
  });
}

async function optionsOf(tx: Transaction, input: CheckImportInput): Promise<ImportOptions> {
  const { stationId, receiverId } = input;
  if (stationId && !(await isOpenStation(tx, stationId)))
    throw new Invalid([{ path: ["input", "stationId"], code: "ROW_UNKNOWN_STATION" }]);
  if (receiverId) await memberOf(tx, receiverId, ["input", "receiverId"]);
  if (input.names.length > mostCreations)
    throw new Invalid([{ path: ["input", "names"], code: "TOO_MANY", params: { most: mostCreations } }]);
  return optionsGiven(input);
}

const optionsGiven = ({
  openedOn,
  from,
  stationId,
  receiverId,
  createStations,
  createDivisions,
  names,
}: CheckImportInput) => ({
  ...(openedOn && { openedOn }),
  ...(from && { from }),
  ...(stationId && { stationId }),
  ...(receiverId && { receiverId }),
  createStations,
  createDivisions,
  ...(names.length > 0 && { names: names.map(({ written, means = null }) => ({ written, means })) }),
});
