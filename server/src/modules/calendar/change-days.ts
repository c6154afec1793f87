import { changesOf, isNothing } from "#kernel/changes";
import type { Transaction } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { type AskedDay, type DayRow, daysChanged, daysKept, tooManyDays } from "./calendar.rules.ts";
import { contentOf, type RevisionRow, writeDays, writeYears } from "./calendar.store.ts";

interface Asked {
  days: (now: readonly DayRow[]) => readonly AskedDay[];
  announcedYears: readonly number[];
  /** The field that is told of it where they are too many. */
  path: FieldFault["path"];
}

/** Brings a draft's days and announced years to what is asked, and gives what that changes; undefined where it is nothing. */
export async function changeDays(tx: Transaction, draft: RevisionRow, { days: ask, announcedYears, path }: Asked) {
  const { days } = await contentOf(tx, draft);
  const changed = daysChanged(days, ask(days));
  const touched = new Set(changed.map(({ day }) => day));
  const [before, after] = [days.filter(({ day }) => touched.has(day)), daysKept(changed)];
  assertValid(tooManyDays(path, days.length - before.length + after.length));
  const change = changesOf(
    { days: before, announcedYears: draft.announcedYears },
    { days: after, announcedYears: [...announcedYears] },
  );
  if (isNothing(change)) return undefined;
  await writeDays(tx, draft.id, changed);
  await writeYears(tx, draft.id, announcedYears);
  return change;
}
