import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { LoadHolidaysInput } from "./calendar.inputs.ts";
import { yearFaults, yearToBecome } from "./calendar.rules.ts";
import { assertDraft, lockCalendar, revisionMeant } from "./calendar.store.ts";
import { changeDays } from "./change-days.ts";
import { holidaysOf } from "./holidays.ts";

export const loadHolidays = (ctx: Context, input: LoadHolidaysInput) =>
  inTransaction(ctx, "loadHolidays", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    const draft = revisionMeant(revisions, input.id);
    authorizeBureau(tx.actor, mayManageCalendar);
    assertDraft(draft, input);
    const { year } = input;
    const path = ["input", "year"];
    assertValid(yearFaults(path, year));
    const holidays = holidaysOf(year);
    if (!holidays) throw new Conflict([{ path, code: "CALENDAR_NOT_ANNOUNCED", params: { year } }]);
    const announcedYears = [...new Set([...draft.announcedYears, year])].sort((one, other) => one - other);
    const days = (now: Parameters<typeof yearToBecome>[0]) => yearToBecome(now, year, holidays);
    const change = await changeDays(tx, draft, { days, announcedYears, path });
    if (change)
      await record(tx, {
        action: "calendar.loadHolidays",
        entity: { type: "CalendarRevision", id: draft.id },
        ...change,
      });
    return { id: draft.id };
  });
