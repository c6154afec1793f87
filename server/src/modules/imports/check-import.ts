import { authorizeBureau, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { dayOf } from "#kernel/day";
import { Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { memberOf } from "#modules/work";
import { mayImport } from "./import.policy.ts";
import { columnsOf, type ImportKind } from "./columns.ts";
import { carryOut } from "./carry-out-import.ts";
import { mostCreations } from "./creations.ts";
import { isOpenStation } from "./ground.store.ts";
import type { CheckImportInput } from "./import.inputs.ts";
import { type ImportOptions, mostLeftOut } from "./import-options.ts";
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
    const options = await optionsOf(tx, run.kind, input);
    await carryOut(tx, await beginRun(tx, { ...run, options }, "CHECKING"));
    await record(tx, { action: "import.check", entity: { type: "ImportRun", id: run.id }, after: options });
    return { id: run.id };
  });
}

async function optionsOf(tx: Transaction, kind: ImportKind, input: CheckImportInput): Promise<ImportOptions> {
  const { stationId, receiverId, countedYear } = input;
  if (stationId && !(await isOpenStation(tx, stationId)))
    throw new Invalid([{ path: ["input", "stationId"], code: "ROW_UNKNOWN_STATION" }]);
  if (receiverId) await memberOf(tx, receiverId, ["input", "receiverId"]);
  const thisYear = Number(dayOf(tx.now).slice(0, 4));
  const isOutOfRange = countedYear && (countedYear < firstYear || countedYear > thisYear);
  assertValid([
    ...tooMany("names", input.names.length, mostCreations),
    ...tooMany("leavesOut", input.leavesOut.length, mostLeftOut),
    ...input.blanks
      .filter((field) => !Object.hasOwn(columnsOf[kind], field))
      .map((field, index) => ({
        path: ["input", "blanks", index],
        code: "IMPORT_MAPPING_FIELD",
        params: { field },
      })),
    ...(isOutOfRange
      ? [{ path: ["input", "countedYear"], code: "OUT_OF_RANGE", params: { least: firstYear, most: thisYear } }]
      : []),
  ]);
  return optionsGiven(input);
}

const firstYear = 1949;

const tooMany = (field: string, count: number, most: number) =>
  count > most ? [{ path: ["input", field], code: "TOO_MANY", params: { most } }] : [];

const optionsGiven = ({
  openedOn,
  from,
  stationId,
  receiverId,
  countedYear,
  createStations,
  createDivisions,
  numbersMembers,
  opensEarlier,
  blanks,
  leavesOut,
  names,
}: CheckImportInput) => ({
  ...(openedOn && { openedOn }),
  ...(from && { from }),
  ...(stationId && { stationId }),
  ...(receiverId && { receiverId }),
  ...(countedYear && { countedYear }),
  createStations,
  createDivisions,
  ...(numbersMembers && { numbersMembers }),
  ...(opensEarlier && { opensEarlier }),
  ...(blanks.length > 0 && { blanks }),
  ...(leavesOut.length > 0 && { leavesOut }),
  ...(names.length > 0 && { names: names.map(({ written, means = null }) => ({ written, means })) }),
});
