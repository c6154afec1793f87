import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict } from "#kernel/errors";
import { record } from "#kernel/record";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { DraftCalendarInput } from "./calendar.inputs.ts";
import { contentOf, draftIn, inForceIn, insertDraft, lockCalendar, usualContent } from "./calendar.store.ts";

export const draftCalendar = (ctx: Context, input: DraftCalendarInput) =>
  inTransaction(ctx, "draftCalendar", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    authorizeBureau(tx.actor, mayManageCalendar);
    const draft = draftIn(revisions);
    if (draft) throw new Conflict([], "CALENDAR_DRAFT_THERE", { number: draft.number });
    const base = inForceIn(revisions);
    const number = (revisions[0]?.number ?? 0) + 1;
    const id = await insertDraft(tx, number, base ? await contentOf(tx, base) : usualContent);
    await record(tx, {
      action: "calendar.draft",
      entity: { type: "CalendarRevision", id },
      after: { number, copiedFrom: base?.number ?? null },
    });
    return { id };
  });
