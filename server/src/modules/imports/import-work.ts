import type { Transaction } from "#kernel/command";
import { byOf, record } from "#kernel/record";
import { rowsIn, textOf } from "./portions.ts";
import { deedsOf } from "./import-deeds.ts";
import { leaveDeeds } from "./import-deeds.store.ts";
import type { ImportRow } from "./import.store.ts";
import type { PlannedFile, WrittenList } from "./plan-file.ts";
import { recordLater } from "./record-left.ts";
import { tellTypes } from "./tell-types.ts";
import { keepMade, periodsBefore, type WrittenRow } from "./made.store.ts";
import { writers, type Wrote } from "./write.store.ts";

/** Writes what was planned, portion by portion: each is taken apart only when it is its turn. */
export async function writeParts(tx: Transaction, run: ImportRow, planned: PlannedFile, wrote: Wrote) {
  let position = 0;
  for (const { list, portions } of planned.parts)
    for (const portion of portions) {
      const rows = rowsIn<never>([portion]);
      const periods = await periodsBefore(tx, list, rows);
      const written = await writeRows(tx, list, rows, run);
      await keepMade(tx, run.id, { list, rows: written, periods, position: position++ });
      await wrote(rows.length);
    }
}

/** Gives the rows by the ids that they have then: some are only given theirs as they are written. */
async function writeRows(
  tx: Transaction,
  list: WrittenList,
  rows: never[],
  run: ImportRow,
): Promise<readonly WrittenRow[]> {
  if (list === "dutyLines" || list === "checklists") return writers[list](tx, rows, run);
  await writers[list](tx, rows, run);
  return rows;
}

/** So many audit rows commit with what they tell of: the end of the bureau's chain is held that long. */
export const mostAtOnce = 250;

/** Appends an audit row for each row written, or leaves them to be appended in portions once they are committed. */
export async function recordParts(tx: Transaction, run: ImportRow, { parts, writes }: PlannedFile) {
  let position = 0;
  for (const { list, portions } of parts)
    for (const portion of portions) {
      if (writes <= mostAtOnce) await record(tx, ...deedsOf[list](rowsIn<never>([portion]), run.fileName));
      else await leaveDeeds(tx, run, { list, portion: textOf(portion), position: position++, by: byOf(tx) });
    }
  if (position === 0) return;
  tellTypes(
    tx,
    "import.finish",
    run.id,
    parts.map(({ list }) => list),
  );
  await recordLater(tx, run.id);
}
