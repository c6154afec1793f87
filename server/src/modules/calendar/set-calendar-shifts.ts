import { changesOf, isNothing } from "#kernel/changes";
import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { SetCalendarShiftsInput } from "./calendar.inputs.ts";
import { checkShifts } from "./calendar.rules.ts";
import { contentOf, assertDraft, lockCalendar, revisionMeant, writeShifts } from "./calendar.store.ts";

export const setCalendarShifts = (ctx: Context, input: SetCalendarShiftsInput) =>
  inTransaction(ctx, "setCalendarShifts", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    const draft = revisionMeant(revisions, input.id);
    authorizeBureau(tx.actor, mayManageCalendar);
    assertDraft(draft, input);
    const faults: FieldFault[] = [];
    const shifts = checkShifts(faults, input.shifts);
    assertValid(faults);
    const change = changesOf({ shifts: (await contentOf(tx, draft)).shifts }, { shifts });
    if (isNothing(change)) return { id: draft.id };
    await writeShifts(tx, draft.id, shifts);
    await record(tx, { action: "calendar.setShifts", entity: { type: "CalendarRevision", id: draft.id }, ...change });
    return { id: draft.id };
  });
