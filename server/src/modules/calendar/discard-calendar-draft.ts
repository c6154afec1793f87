import { authorizeBureau, inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import { mayManageCalendar } from "./calendar.policy.ts";
import type { DiscardCalendarDraftInput } from "./calendar.inputs.ts";
import { assertDraft, discard, lockCalendar, revisionMeant } from "./calendar.store.ts";

export const discardCalendarDraft = (ctx: Context, input: DiscardCalendarDraftInput) =>
  inTransaction(ctx, "discardCalendarDraft", input, async (tx) => {
    const revisions = await lockCalendar(tx);
    const draft = revisionMeant(revisions, input.id);
    authorizeBureau(tx.actor, mayManageCalendar);
    assertDraft(draft, input);
    await discard(tx, draft.id);
    await record(tx, {
      action: "calendar.discardDraft",
      entity: { type: "CalendarRevision", id: draft.id },
      before: { state: draft.state },
      after: { state: "DISCARDED" },
    });
    return { id: draft.id };
  });
