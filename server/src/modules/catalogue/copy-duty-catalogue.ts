import { inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { newId } from "#kernel/ids";
import { type Deed, record } from "#kernel/record";
import type { CopyDutyCatalogueInput } from "./catalogue.inputs.ts";
import { copyOf, type LineRow, nameOf, stepsTo } from "./line.rules.ts";
import { type CopyRow, endLines, insertCopy, lastCopies, lockCatalogue, putInForce } from "./line.store.ts";
import { authorizeLines, stationWith } from "./station.store.ts";

const most = 100;

/** All of the stations or none. */
export function copyDutyCatalogue(ctx: Context, input: CopyDutyCatalogueInput) {
  return inTransaction(ctx, "copyDutyCatalogue", input, async (tx) => {
    const { modelId, stationIds } = input;
    const { length } = stationIds;
    if (length < 1 || length > most)
      throw new Invalid([{ path: ["input", "stationIds"], code: "DUTY_COPY_COUNT", params: { most } }]);
    await stationWith(tx, modelId, ["input", "modelId"]);
    for (const [index, id] of stationIds.entries()) await stationWith(tx, id, ["input", "stationIds", index]);
    for (const id of stationIds) authorizeLines(tx, id);
    assertValid(faultsOf(stationIds, modelId));
    const lines = await lockCatalogue(tx, [modelId, ...stationIds]);
    const last = new Map((await lastCopies(tx, stationIds)).map((copy) => [copy.stationId, copy]));
    const copies: string[] = [];
    for (const stationId of stationIds)
      copies.push(await copyTo(tx, { modelId, stationId, lines, last: last.get(stationId) }));
    return { ids: copies };
  });
}

const faultsOf = (ids: readonly string[], modelId: string): FieldFault[] =>
  ids.flatMap((id, index) => {
    const path = ["input", "stationIds", index];
    if (id === modelId) return [{ path, code: "DUTY_COPY_OF_ITSELF" }];
    return ids.indexOf(id) < index ? [{ path, code: "DUTY_COPY_TWICE" }] : [];
  });

interface Copying {
  modelId: string;
  stationId: string;
  lines: readonly LineRow[];
  /** The station's last one. */
  last: CopyRow | undefined;
}

/** Gives the copying; the last one where the station has that model and all of its lines already. */
async function copyTo(tx: Transaction, { modelId, stationId, lines, last }: Copying): Promise<string> {
  const { drafts, ended } = copyOf(lines, modelId, stationId);
  const set = stepsTo(lines, drafts).filter(({ isKept }) => !isKept);
  if (last?.modelId === modelId && set.length + ended.length === 0) return last.id;
  const copy = { id: newId(tx.now.getTime()), stationId, modelId };
  const counts = { linesSet: set.length, linesEnded: ended.length };
  await insertCopy(tx, { ...copy, ...counts });
  await endLines(
    tx,
    ended.map(({ id }) => id),
  );
  await putInForce(tx, lines, drafts, copy.id);
  const named = { set: set.map(({ draft }) => nameOf(draft)), ended: ended.map(nameOf) };
  await record(tx, copied(copy, { ...counts, ...named }));
  return copy.id;
}

/** One deed for each station, whatever the number of lines; each line says by which copying it came. */
const copied = ({ id, stationId, modelId }: CopyRow, told: object): Deed => ({
  action: "dutyCatalogue.copy",
  entity: { type: "DutyCatalogueCopy", id },
  after: { stationId, modelId, ...told },
});
