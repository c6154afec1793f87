import type { Transaction } from "#kernel/command";
import type { Deed } from "#kernel/record";
import type { DayRow } from "./calendar.rules.ts";
import { insertDraft, publish, usualContent } from "./calendar.store.ts";
import { announcedSince, holidaysOf } from "./holidays.ts";

const firstYear = 2024;
const note = "新建公安局时按已公布的放假调休安排生成";

/** A new bureau's: the usual hours, and the days off of all years since 2024 that are announced. */
export async function publishFirstCalendar(tx: Transaction): Promise<Deed> {
  const announcedYears = announcedSince(firstYear);
  const days: DayRow[] = announcedYears.flatMap((year) => holidaysOf(year) ?? []);
  const content = { ...usualContent, announcedYears, days };
  const id = await insertDraft(tx, 1, content);
  await publish(tx, id, note);
  return {
    action: "calendar.publish",
    entity: { type: "CalendarRevision", id },
    after: { number: 1, ...content },
    reason: note,
  };
}
