import type { Transaction } from "#kernel/command";
import { byOf, record } from "#kernel/record";
import { rowsIn, textOf } from "./portions.ts";
import { deedsOf } from "./import-deeds.ts";
import { leaveDeeds } from "./import-deeds.store.ts";
import type { ImportRow } from "./import.store.ts";
import type { PlannedFile } from "./plan-file.ts";
import { recordLater } from "./record-left.ts";
import { keepMade } from "./made.store.ts";
import { writers, type Wrote } from "./write.store.ts";

/** Writes what was planned, portion by portion: each is taken apart only when it is its turn. */
export async function writeParts(tx: Transaction, run: ImportRow, planned: PlannedFile, wrote: Wrote) {
  let position = 0;
  for (const { list, portions } of planned.parts)
    for (const portion of portions) {
      const rows = rowsIn<never>([portion]);
      await writers[list](tx, rows, run);
      await keepMade(tx, run.id, { list, rows, position: position++ });
      await wrote(rows.length);
    }
}

/** So many audit rows commit with what they tell of: the end of the bureau's chain is held that long. */
const mostAtOnce = 250;

/** Appends an audit row for each row written, or leaves them to be appended in portions once they are committed. */
export async function recordParts(tx: Transaction, run: ImportRow, { parts, writes }: PlannedFile) {
  let position = 0;
  for (const { list, portions } of parts)
    for (const portion of portions) {
      if (writes <= mostAtOnce) await record(tx, ...deedsOf[list](rowsIn<never>([portion]), run.fileName));
      else await leaveDeeds(tx, run, { list, portion: textOf(portion), position: position++, by: byOf(tx) });
    }
  if (position > 0) await recordLater(tx, run.id);
}
