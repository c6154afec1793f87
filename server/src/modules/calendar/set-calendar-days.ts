import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { SetCalendarDaysInput } from "./calendar.inputs.ts";
import { checkDays, checkYears } from "./calendar.rules.ts";
import { assertDraft, lockCalendar, revisionMeant } from "./calendar.store.ts";
import { changeDays } from "./change-days.ts";

export const setCalendarDays = (ctx: Context, input: SetCalendarDaysInput) =>
  inTransaction(ctx, "setCalendarDays", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    const draft = revisionMeant(revisions, input.id);
    authorizeBureau(tx.actor, mayManageCalendar);
    assertDraft(draft, input);
    const faults: FieldFault[] = [];
    const days = checkDays(faults, input.days);
    const announcedYears = input.announcedYears ? checkYears(faults, input.announcedYears) : draft.announcedYears;
    assertValid(faults);
    const change = await changeDays(tx, draft, { days: () => days, announcedYears, path: ["input", "days"] });
    if (change)
      await record(tx, { action: "calendar.setDays", entity: { type: "CalendarRevision", id: draft.id }, ...change });
    return { id: draft.id };
  });
